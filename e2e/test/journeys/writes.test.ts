// What a join costs in Firestore: docs/signalling.md counts the writes, this counts them again in a real room.
import { expect } from "chai";
import type { DocumentChange } from "@meetogram/embedded-firestore";
import { withPeople, type Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { connect, createRoom, expectSeesAndHears, openLink } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

function roomOf(link: string): string {
  return `rooms/${new URL(link).pathname.split("/").at(-1)}`;
}

/** Entering is written after the picture is there. */
async function waitUntilWritten(link: string, inside: number): Promise<void> {
  const users = (await getSystem()).firestore.collection(`${roomOf(link)}/users`).where("isActive", "==", true);
  await eventually(
    `${inside} inside, as documents say`,
    async () => (await users.get()).size,
    (size) => size === inside,
  );
}

/** What is changed in the room while the body runs. */
async function watchRoom(link: string, body: () => Promise<void>): Promise<readonly DocumentChange[]> {
  const room = roomOf(link);
  const changes: DocumentChange[] = [];
  const stop = (await getSystem()).onChange((change) => {
    if (change.path === room || change.path.startsWith(`${room}/`)) changes.push(change);
  });
  await body();
  stop();
  return changes;
}

function countWrites(changes: readonly DocumentChange[]): number {
  return changes.filter(({ kind }) => kind !== "delete").length;
}

/** The last of them joins those before. */
async function countJoin(...people: Person[]): Promise<readonly DocumentChange[]> {
  const [first, ...others] = people;
  const link = await createRoom(first!);
  await connect(first!);
  await waitUntilWritten(link, 1);
  const join = async (person: Person, inside: number) => {
    await openLink(person, link);
    await connect(person);
    await expectSeesAndHears(person, inside);
    await waitUntilWritten(link, inside + 1);
  };
  const last = others.pop();
  for (const [index, person] of others.entries()) await join(person, index + 1);
  return watchRoom(link, () => join(last!, others.length + 1));
}

describe("a join in Firestore", () => {
  useSystem();

  for (const people of [2, 3]) {
    it(`writes no more than 3 + 2(N - 1) documents into a room of ${people}, and none for a candidate`, () =>
      withPeople(people, async (...all) => {
        const changes = await countJoin(...all);
        const others = people - 1;
        expect(countWrites(changes), JSON.stringify(changes)).to.be.at.most(3 + 2 * others);
        const signals = changes.filter(({ path, kind }) => path.includes("/inbox/") && kind === "create");
        // An offer to each and an answer from each.
        expect(signals.length).to.equal(2 * others);
      }));
  }

  it("is followed by silence: a call under way writes nothing", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await connect(ann);
      await openLink(ben, link);
      await connect(ben);
      await expectSeesAndHears(ben, 1);
      await expectSeesAndHears(ann, 1);
      await waitUntilWritten(link, 2);
      const changes = await watchRoom(link, () => ann.page.waitForTimeout(4_000));
      expect(changes).to.deep.equal([]);
    }));
});
