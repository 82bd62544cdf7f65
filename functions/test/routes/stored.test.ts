import { endpoints, paths } from "@meetogram/contract";
import { expect } from "chai";
import * as v from "valibot";
import { api } from "../stage/api.ts";
import { signIn } from "../stage/auth-emulator.ts";
import { connectRequest, createRoom, firestore, seat, expireRoom, documentsOf } from "../stage/meeting.ts";

describe("stored", () => {
  it("counts what is stored about a room, and says until when", async () => {
    const { uuid, expiresAt } = await createRoom({ password: "p" });
    const { participantID, token } = await seat(connectRequest(uuid, { password: "p" }));
    await signIn(token);
    await seat(connectRequest(uuid, { password: "p" }));
    await firestore().collection(paths.inbox(uuid, participantID)).add({ payload: "sealed" });
    const { body } = await api.room().get(`/room/${uuid}/stored`);
    const { items, ...rest } = v.parse(endpoints.stored.response, body);
    expect(rest).to.deep.include({ uuid, expiresAt });
    expect(Object.fromEntries(items.map(({ kind, documents }) => [kind, documents]))).to.deep.equal({
      room: 1,
      secrets: 1,
      seats: 2,
      signals: 1,
      users: 2,
      accounts: 1,
    });
    const inDocuments = items.filter(({ kind }) => kind !== "users" && kind !== "accounts");
    expect(inDocuments.reduce((sum, { documents }) => sum + documents, 0)).to.equal(await documentsOf(uuid));
    expect(items.every(({ until }) => Date.parse(until) === Date.parse(expiresAt) + 2.5 * 60 * 60_000)).to.equal(true);
  });

  it("answers for an expired room too", async () => {
    const { uuid } = await createRoom();
    await expireRoom(uuid);
    expect((await api.room().get(`/v1/room/${uuid}/stored`)).status).to.equal(200);
  });
});
