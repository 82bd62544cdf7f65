// What a join writes to Firestore, counted in a real room. docs/signalling.md counts the same.
import { expect } from "chai";
import type { DocumentChange } from "@meetogram/embedded-firestore";
import { withPeople, type Person } from "../../support/browser.ts";
import { countConnections } from "../../support/connections.ts";
import { untilUndisturbed } from "../../support/disturbance.ts";
import { eventually } from "../../support/eventually.ts";
import { connect, createRoom, expectSeesAndHears, openLink, waitForPreview } from "../../support/meeting.ts";
import { getSystem } from "../../support/system.ts";

function roomOf(link: string): string {
  return `rooms/${new URL(link).pathname.split("/").at(-1)}`;
}

/** Only after the first frame does the client write that it has entered. */
export async function waitUntilWritten(link: string, inside: number): Promise<void> {
  const users = (await getSystem()).firestore.collection(`${roomOf(link)}/users`).where("isActive", "==", true);
  await eventually(
    `${inside} active documents`,
    async () => (await users.get()).size,
    (size) => size === inside,
  );
}

async function listParticipants(link: string): Promise<string[]> {
  const users = await (await getSystem()).firestore.collection(`${roomOf(link)}/users`).get();
  return users.docs.map(({ id }) => id);
}

/** The changes of the room while the body runs. */
export async function watchRoom(link: string, body: () => Promise<void>): Promise<readonly DocumentChange[]> {
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

/** Runs in the page before its scripts. Measures how long each connection gathers candidates. */
function watchGathering(): void {
  const gatheredAfterMs: number[] = ((window as GatheringWindow).gatheredAfterMs = []);
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      let startedAtMs = 0;
      this.addEventListener("icegatheringstatechange", () => {
        if (this.iceGatheringState === "gathering") startedAtMs = performance.now();
        if (this.iceGatheringState === "complete") gatheredAfterMs.push(performance.now() - startedAtMs);
      });
    }
  };
}

interface GatheringWindow extends Window {
  gatheredAfterMs?: number[];
}

/** Candidates that come within 2 s go with their description (`timings.longGatherMs`). */
const gatheredInTimeMs = 1_500;

interface Join {
  readonly changes: readonly DocumentChange[];
  /** One connection to each, and candidates in time. Retries and late candidates cost writes. */
  readonly isUndisturbed: boolean;
}

async function isUndisturbed(everybody: readonly Person[]): Promise<boolean> {
  const others = everybody.length - 1;
  for (const { page } of everybody) {
    const gathered = await page.evaluate(() => (window as GatheringWindow).gatheredAfterMs ?? []);
    if ((await countConnections(page)) !== others) return false;
    if (gathered.some((ms) => ms > gatheredInTimeMs)) return false;
  }
  return true;
}

/** The last person joins the others. */
async function watchJoin(...everybody: Person[]): Promise<Join> {
  const [first, ...others] = everybody;
  for (const { context } of everybody) await context.addInitScript(watchGathering);
  const link = await createRoom(first!);
  await connect(first!);
  await waitUntilWritten(link, 1);
  const join = async (person: Person, inside: number) => {
    await openLink(person, link);
    // Devices that open later change the person's document once more.
    await person.page.locator('[data-testid="lobby"][data-step="ready"]').waitFor();
    await waitForPreview(person);
    await connect(person);
    await expectSeesAndHears(person, inside);
    await waitUntilWritten(link, inside + 1);
  };
  const last = others.pop();
  for (const [index, person] of others.entries()) await join(person, index + 1);
  const inside = await listParticipants(link);
  const changes = await watchRoom(link, () => join(last!, others.length + 1));
  return {
    // Leases and states of the participants inside do not belong to the join.
    changes: changes.filter(({ path }) => !inside.some((id) => path === `${roomOf(link)}/users/${id}`)),
    isUndisturbed: await isUndisturbed(everybody),
  };
}

export async function expectJoinWritesAtMost(people: number): Promise<void> {
  const { changes } = await untilUndisturbed("a second connection, or candidates that came late", () =>
    withPeople(people, watchJoin),
  );
  const others = people - 1;
  expect(countWrites(changes), JSON.stringify(changes)).to.be.at.most(3 + 2 * others);
  const signals = changes.filter(({ path, kind }) => path.includes("/inbox/") && kind !== "delete");
  // An offer to each, and an answer from each.
  expect(signals.length).to.equal(2 * others);
}
