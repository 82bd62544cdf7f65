// What an hour of some people costs in Firestore: reads, writes and deletes, counted in the
// embedded one with the real rules. docs/cost.md repeats the figures, and scripts/test/cost.test.ts
// adds them up.
import { readFile } from "node:fs/promises";
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { collection, getDocs, onSnapshot, type Timestamp } from "firebase/firestore";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock, type ManualClock } from "../platform/manual-clock.ts";
import { deleteAfterMs } from "../../src/signalling/firestore/inbox.ts";
import { projectID, useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

const hourMs = 60 * 60_000;
const stepMs = limits.leaseRefreshMs / 2;
const sizes = [2, 4, 8];
const forever = () => ({ signal: new AbortController().signal });

/** Reads, writes, deletes. */
type Bill = readonly [number, number, number];

const add = (...bills: readonly Bill[]): Bill =>
  [0, 1, 2].map((kind) => bills.reduce((sum, bill) => sum + bill[kind]!, 0)) as unknown as Bill;

/**
 * What the functions read and write for the person with that number, as
 * functions/test/firebase/billing*.test.ts count it. `room` reads the room and each seat before (at
 * least one); `connect` the room with its secret, and then each seat, and writes the seat and the
 * secret.
 */
const requestsOf = (number: number): Bill => [1 + Math.max(1, number) + 2 + (number + 1), 2, 0];

/** A cell of the table, `reads / writes / deletes`. */
async function figures(row: string, people: number): Promise<number[]> {
  const text = await readFile(new URL("../../../docs/cost.md", import.meta.url), "utf8");
  const line = text.split("\n").find((found) => found.startsWith(`| ${row} |`)) ?? expect.fail(`no row ${row}`);
  return line.split("|")[2 + sizes.indexOf(people)]!.split("/").map(Number);
}

interface Inside {
  readonly signalling: Signalling;
  readonly clock: ManualClock;
}

describe("an hour in Firestore", () => {
  let now = Date.now();
  let bill: [number, number, number] = [0, 0, 0];
  const stored = useTestFirestore({
    now: () => now,
    // The test itself reads as an administrator.
    onRead: ({ isAdmin }) => void (bill[0] += isAdmin ? 0 : 1),
  });

  before(() => {
    stored.server.watch((changes) => {
      for (const { kind } of changes) bill[kind === "delete" ? 2 : 1] += 1;
    }, projectID);
  });

  /** What the task costs, when everything that it causes has arrived. */
  async function billOf(task: () => Promise<void>): Promise<Bill> {
    bill = [0, 0, 0];
    await task();
    return bill;
  }

  /** Until the documents of the seats are so. */
  function untilSeats(room: FirestoreRoom, isSo: (seats: readonly Record<string, unknown>[]) => boolean) {
    return new Promise<void>((resolve) => {
      const unsubscribe = onSnapshot(collection(room.firestore, paths.users(room.uuid)), ({ docs }) => {
        if (!isSo(docs.map((found) => found.data()))) return;
        queueMicrotask(() => unsubscribe());
        resolve();
      });
    });
  }

  async function untilRead(room: FirestoreRoom, participantID: string): Promise<void> {
    const inbox = collection(room.firestore, paths.inbox(room.uuid, participantID));
    while (!(await getDocs(inbox)).empty) await Promise.resolve();
  }

  /** Resolves when this one sees so many people, and so many of them in the call. */
  function untilSeen({ signalling }: Inside, people: number, active: number): Promise<void> {
    const listening = new AbortController();
    return new Promise((resolve) =>
      signalling.onParticipants((all) => {
        if (all.length !== people || all.filter(({ isActive }) => isActive).length !== active) return;
        listening.abort();
        resolve();
      }, listening),
    );
  }

  /** One more comes: an offer to each who is there, an answer from each, and then into the call. */
  async function join(room: FirestoreRoom, present: readonly Inside[]): Promise<Inside> {
    now += 1_000;
    const clock = createManualClock();
    const networkClock = createManualClock();
    const options = { clock, networkClock, serverNow: () => now };
    const signalling = await room.seat(crypto.randomUUID(), options);
    const own = { signalling, clock };
    const answers = new Set<string>();
    signalling.onMessage(({ from }) => void answers.add(from), forever());
    signalling.onParticipants(() => {}, forever());
    const inside = present.length + 1;
    for (const one of [...present, own]) await untilSeen(one, inside, present.length);
    for (const { signalling: other } of present) {
      const isOffered = new Promise<void>((resolve) => other.onMessage(() => resolve(), forever()));
      await signalling.send(other.self.participantID, "b2ZmZXI");
      await isOffered;
      await other.send(signalling.self.participantID, "YW5zd2Vy");
    }
    while (answers.size < present.length) await new Promise(setImmediate);
    for (const one of [...present, own]) one.clock.advance(deleteAfterMs);
    for (const { self } of [...present, own].map((one) => one.signalling)) await untilRead(room, self.participantID);
    await signalling.update({ isActive: true, name: "c2VhbGVk" });
    const everybody = [...present, own];
    for (const one of everybody) await untilSeen(one, inside, inside);
    // As the call does when the control channels are open.
    const seen = new Set(everybody.map(({ signalling: { self } }) => self.participantID));
    for (const one of everybody) one.signalling.noticePresent(seen);
    return own;
  }

  async function stay(room: FirestoreRoom, present: readonly Inside[]): Promise<void> {
    for (const end = now + hourMs; now + stepMs <= end;) {
      now += stepMs;
      for (const { clock } of present) clock.advance(stepMs);
      const outlastsMs = limits.outageMs + stepMs;
      await untilSeats(room, (seats) =>
        seats.every(({ leaseUntil }) => (leaseUntil as Timestamp).toMillis() - now >= outlastsMs),
      );
    }
  }

  for (const people of sizes) {
    it(`of ${people} people costs what docs/cost.md says`, async function () {
      this.timeout(120_000);
      const room = await stored.openRoom();
      const present: Inside[] = [];
      const joining = await billOf(async () => {
        while (present.length < people) present.push(await join(room, present));
      });
      const requests = Array.from({ length: people }, (_, number) => requestsOf(number));
      // The seats are written by the test and by `connect`: counted once.
      const joined = add(joining, ...requests, [0, -people, 0]);
      const stayed = await billOf(() => stay(room, present));
      const left = await billOf(async () => {
        for (const { signalling } of present) await signalling.leave();
      });
      await room.close();
      expect(await figures("joining", people)).to.deep.equal(joined);
      expect(await figures("an hour of leases", people)).to.deep.equal(stayed);
      // Who leaves may still hear of it: each listener of three reads the own seat once more.
      const [reads, ...others] = await figures("leaving", people);
      expect([reads, ...others]).to.deep.equal([3 * people, left[1], left[2]]);
      expect(left[0]).to.be.at.most(reads!);
    });
  }
});
