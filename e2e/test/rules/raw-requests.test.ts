// Requests that only plain HTTP can make, with an active guest's token. Also what a removed guest
// could try with earlier read times and transactions.
import { expect } from "chai";
import { paths } from "@meetogram/contract";
import { identities, room, seats } from "./callers.ts";
import { call, nameOf } from "./rest.ts";
import {
  setDocuments,
  expectedDocuments,
  resetScene,
  restore,
  setScene,
  useRulesFirestore,
  readAllDocuments,
} from "./rules-firestore.ts";
import { rawMethods } from "./table/raw-methods.ts";
import { rawWrites } from "./table/raw-writes.ts";
import { tally } from "./tally.ts";

const guest = identities["an active guest"];
const ownSeat = paths.user(room, seats.active.participant);
const other = identities["a removed guest"];

describe("rules: plain HTTP", () => {
  useRulesFirestore();

  for (const { does, because, address, body, method, changes, isConditional } of [...rawWrites, ...rawMethods]) {
    if (because === undefined) {
      it(`an active guest may ${does}`, async () => {
        await setScene("an open room");
        const { status, body: answer } = await call(guest, address, body?.(), method);
        const left = await readAllDocuments();
        if (changes !== undefined) await restore([changes]);
        expect(status, JSON.stringify(answer)).to.equal(200);
        expect(left[ownSeat]?.["role"]).to.equal("guest");
        tally("plain HTTP", "permitted");
      });
    } else {
      it(`an active guest may not ${does}: ${because}`, async () => {
        await setScene("an open room");
        const { status, body: answer } = await call(guest, address, body?.(), method);
        if (status === 200 && changes !== undefined) await restore([changes]);
        expect(status, JSON.stringify(answer)).to.be.oneOf(isConditional ? [400, 403, 404, 409] : [403]);
        tally("plain HTTP", "refused");
      });
    }
  }

  it("leaves every document unchanged by refused attacks", async () => {
    expect(await readAllDocuments()).to.deep.equal(expectedDocuments());
  });

  it("refuses a forbidden write in a batch of independent writes", async () => {
    await resetScene("an open room");
    const rename = (participant: string) => ({
      update: { name: nameOf(paths.user(room, participant)), fields: { name: { stringValue: "sealed" } } },
      updateMask: { fieldPaths: ["name"] },
    });
    await call(guest, ":batchWrite", {
      writes: [rename(seats.bystander.participant), rename(seats.active.participant)],
    });
    const left = await readAllDocuments();
    expect(left[paths.user(room, seats.bystander.participant)]?.["name"]).to.equal(null);
    await resetScene("an open room");
    tally("plain HTTP", "refused");
  });

  describe("when the guest has been removed", () => {
    beforeEach(() => resetScene("an open room"));

    it("shows no earlier state by its read time", async () => {
      const readTime = new Date().toISOString();
      expect((await call(guest, `/${paths.room(room)}`)).status).to.equal(200);
      await setDocuments({ [ownSeat]: null });
      for (const address of [
        paths.room(room),
        ownSeat,
        paths.users(room),
        paths.inbox(room, seats.active.participant),
      ]) {
        expect((await call(guest, `/${address}?readTime=${readTime}`)).status, address).to.equal(403);
        tally("plain HTTP", "refused");
      }
    });

    it("shows nothing in an earlier transaction, to anybody", async () => {
      const begun = await call(guest, ":beginTransaction", { options: { readOnly: {} } });
      const { transaction } = begun.body as { transaction: string };
      const read = { documents: [nameOf(paths.room(room))], transaction };
      expect((await call(guest, ":batchGet", read)).status).to.equal(200);
      await setDocuments({ [ownSeat]: null });
      for (const identity of [guest, other]) {
        expect((await call(identity, ":batchGet", read)).status).to.equal(403);
        tally("plain HTTP", "refused");
      }
    });
  });
});
