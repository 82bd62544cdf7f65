// Seats that end while their people are there, and seats of strangers who never come in.
import { randomUUID } from "node:crypto";
import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { Timestamp, type DocumentReference } from "firebase-admin/firestore";
import { withPeople, type Person } from "../support/browser.ts";
import { countConnections } from "../support/connections.ts";
import { eventually } from "../support/eventually.ts";
import { expectUnbrokenMedia } from "../support/media.ts";
import { connect, createRoom, expectSeesAndHears, meet, openLink } from "../support/meeting.ts";
import { openPeoplePanel } from "../support/panel.ts";
import { proveLink } from "../support/attacks/link-proof.ts";
import { getSystem, useSystem } from "../support/system.ts";

async function roomOf(link: string): Promise<DocumentReference> {
  return (await getSystem()).firestore.doc(`rooms/${new URL(link).pathname.split("/").at(-1)}`);
}

/** The lease of a seat ends, as after a sleep. */
async function lapse(link: string, participantID: string): Promise<DocumentReference> {
  const seat = (await roomOf(link)).collection("users").doc(participantID);
  await seat.update({ leaseUntil: Timestamp.fromMillis(Date.now() - 60_000) });
  return seat;
}

const read = (seat: DocumentReference) => async () => (await seat.get()).data() ?? {};

async function expectNoPopup(...people: Person[]): Promise<void> {
  for (const { page } of people) expect(await page.getByTestId("popup").count()).to.equal(0);
}

describe("a seat", () => {
  useSystem();

  it("that has lapsed during the call is the same seat again, with the same connections", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const idOfBen = (await ann.page.getByTestId("tile").getAttribute("data-participant"))!;
      const seat = (await roomOf(link)).collection("users").doc(idOfBen);
      const before = await eventually("Ben's document", read(seat), ({ isActive }) => isActive === true);
      const countAll = () => Promise.all([ann, ben].map(({ page }) => countConnections(page)));
      const connections = await countAll();
      await lapse(link, idOfBen);
      await ben.page.getByTestId("toggle-camera").click();
      const after = await eventually(
        "a new lease",
        read(seat),
        ({ leaseUntil }) => (leaseUntil as Timestamp).toMillis() > Date.now(),
      );
      await ben.page.getByTestId("toggle-camera").click();
      await eventually(
        "the lease of somebody who is connected to everybody",
        read(seat),
        ({ leaseUntil }) => (leaseUntil as Timestamp).toMillis() > Date.now() + limits.leaseMs + 60_000,
      );
      expect(after["joinedAt"]).to.deep.equal(before["joinedAt"]);
      await expectSeesAndHears(ann, 1);
      await expectUnbrokenMedia([ann, ben], 1, 2_000);
      expect(await countAll(), "the same connections").to.deep.equal(connections);
      await expectNoPopup(ann, ben);
    }));

  it("that has lapsed in the lobby is taken again by Connect", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await connect(ann);
      await openLink(ben, link);
      await ben.page.locator('[data-testid="lobby"][data-step="ready"]').waitFor();
      const users = (await roomOf(link)).collection("users");
      const waiting = await eventually(
        "Ben's document",
        () => users.where("isActive", "==", false).get(),
        ({ size }) => size === 1,
      );
      const seat = await lapse(link, waiting.docs[0]!.id);
      await connect(ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      await eventually(
        "Ben's document, active",
        read(seat),
        ({ isActive, leaseUntil }) => isActive === true && (leaseUntil as Timestamp).toMillis() > Date.now(),
      );
      await expectNoPopup(ann, ben);
    }));

  it("is there for the host when strangers who never come in hold them all, and the host removes them", () =>
    withPeople(1, async (ann) => {
      const { url } = await getSystem();
      const link = await createRoom(ann);
      await ann.page.locator('[data-testid="lobby"][data-step="ready"]').waitFor();
      const room = await roomOf(link);
      await room.update({ capacity: 2 });
      await ann.page.goto("about:blank");
      await eventually(
        "no seat",
        () => room.collection("users").get(),
        ({ empty }) => empty,
      );
      const join = async () => {
        const person = { userID: randomUUID(), session: randomUUID(), constraints: { audio: true, video: true } };
        const response = await fetch(`${url}/connect`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ uuid: room.id, linkProof: proveLink(link), ...person }),
        });
        return response.status;
      };
      expect([await join(), await join(), await join()]).to.deep.equal([200, 200, 409]);

      await openLink(ann, link);
      await connect(ann);
      await openPeoplePanel(ann);
      const strangers = ann.page.getByTestId("waiting-person");
      const untilThere = (count: number) =>
        eventually(
          `${count} waiting`,
          () => strangers.count(),
          (found) => found === count,
        );
      await untilThere(2);
      const first = (await strangers.first().getAttribute("data-participant"))!;
      await strangers.first().getByTestId("remove-waiting").click();
      await ann.page.getByTestId("confirm").click();
      await untilThere(1);
      expect((await room.get()).get("removed")).to.deep.equal([first]);
    }));
});
