// What an hour of four people costs in Firestore, counted where documents are stored. docs/cost.md
// repeats the figures.
import { readFile } from "node:fs/promises";
import { limits, paths } from "@meetogram/contract";
import type { DocumentChange } from "@meetogram/embedded-firestore";
import { expect } from "chai";
import { collection, getDocs, onSnapshot, type Timestamp } from "firebase/firestore";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock } from "../platform/manual-clock.ts";
import { projectID, useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

const people = 4;
const stepMs = limits.leaseRefreshMs / 2;
/** While everybody is connected: five checks of 80 s. */
const attendedRefreshMs = 400_000;
const forever = () => ({ signal: new AbortController().signal });

interface Counts {
  writes: number;
  deletes: number;
}

describe("an hour of four people", () => {
  const stored = useTestFirestore({ now: () => now });
  let room: FirestoreRoom;
  let now = Date.now();
  const changes: DocumentChange[] = [];

  before(async () => {
    stored.server.watch((changed) => void changes.push(...changed), projectID);
    room = await stored.openRoom();
  });
  after(() => room.close());

  /** Until the documents of the seats are so. */
  function untilSeats(isSo: (seats: readonly Record<string, unknown>[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = onSnapshot(collection(room.firestore, paths.users(room.uuid)), ({ docs }) => {
        if (!isSo(docs.map((found) => found.data()))) return;
        queueMicrotask(() => unsubscribe());
        resolve();
      });
    });
  }

  const isEmpty = async (participantID: string) =>
    (await getDocs(collection(room.firestore, paths.inbox(room.uuid, participantID)))).empty;

  function countSince(start: number): Counts {
    const counted = changes.slice(start);
    const deletes = counted.filter(({ kind }) => kind === "delete").length;
    return { writes: counted.length - deletes, deletes };
  }

  async function figures(row: string): Promise<number[]> {
    const text = await readFile(new URL("../../../docs/cost.md", import.meta.url), "utf8");
    const line = text.split("\n").find((found) => found.startsWith(`| ${row} |`)) ?? expect.fail(`no row ${row}`);
    return line
      .split("|")
      .slice(2, -1)
      .map((cell) => Number(cell.trim()));
  }

  it("costs what docs/cost.md says", async function () {
    const clocks = Array.from({ length: people }, () => createManualClock());
    const present: Signalling[] = [];
    const start = changes.length;
    for (const clock of clocks) {
      now += 1_000;
      const signalling = await room.seat(crypto.randomUUID(), {
        clock,
        networkClock: createManualClock(),
        serverNow: () => now,
      });
      const messages = new Set<string>();
      const isAnswered = new Promise<void>((resolve) => {
        signalling.onMessage(({ from }) => {
          messages.add(from);
          if (messages.size === present.length) resolve();
        }, forever());
        if (present.length === 0) resolve();
      });
      signalling.onParticipants(() => {}, forever());
      for (const other of present) {
        const isOffered = new Promise<void>((resolve) => other.onMessage(() => resolve(), forever()));
        await signalling.send(other.self.participantID, "b2ZmZXI");
        await isOffered;
        await other.send(signalling.self.participantID, "YW5zd2Vy");
      }
      await isAnswered;
      await signalling.update({ isActive: true, name: "c2VhbGVk" });
      present.push(signalling);
    }
    // As the call does when the control channels are open.
    const everybody = new Set(present.map(({ self }) => self.participantID));
    for (const signalling of present) {
      await new Promise<void>((resolve) =>
        signalling.onParticipants(
          (all) => void (all.length === people && all.every(({ isActive }) => isActive) && resolve()),
          forever(),
        ),
      );
      signalling.noticePresent(everybody);
    }
    for (const { self } of present) while (!(await isEmpty(self.participantID))) await Promise.resolve();
    // The seats are written by `connect`, which also writes the list of who was here.
    const joined = countSince(start);
    expect([joined.writes + people, joined.deletes]).to.deep.equal((await figures("joining")).slice(1));

    const called = changes.length;
    for (const end = now + 60 * 60_000; now + stepMs <= end;) {
      now += stepMs;
      for (const clock of clocks) clock.advance(stepMs);
      const outlastsMs = limits.outageMs + stepMs;
      await untilSeats((seats) =>
        seats.every(({ leaseUntil }) => (leaseUntil as Timestamp).toMillis() - now >= outlastsMs),
      );
    }
    const stayed = changes.slice(called).map(({ path }) => path);
    const leases = stayed.filter((path) => path.includes("/users/")).length;
    expect(leases).to.equal((people * 60 * 60_000) / attendedRefreshMs);
    // Here all check at the same instant, and so extend the room together. Otherwise one does it.
    const extensions = stayed.filter((path, index) => path === paths.room(room.uuid) && path !== stayed[index - 1]);
    // Everybody reads each change. The rules read the seat of who extends the room's expiry.
    const reads = people * (leases + extensions.length) + extensions.length;
    expect(await figures("leases, and the room's expiry")).to.deep.equal([reads, leases + extensions.length, 0]);

    const left = changes.length;
    for (const signalling of present) await signalling.leave();
    expect([countSince(left).writes, countSince(left).deletes]).to.deep.equal((await figures("leaving")).slice(1));
  });

  it("adds up in docs/cost.md, in reads, writes, deletes and dollars", async () => {
    const rows = ["creating the room", "joining", "leases, and the room's expiry", "leaving"];
    const parts = await Promise.all(rows.map(figures));
    const sums = [0, 1, 2].map((column) => parts.reduce((sum, part) => sum + part[column]!, 0));
    expect(await figures("**in all**")).to.deep.equal(sums);
    const prices = await figures("dollars for 100,000");
    const dollars = sums.reduce((sum, count, column) => sum + (count * prices[column]!) / 100_000, 0);
    const text = await readFile(new URL("../../../docs/cost.md", import.meta.url), "utf8");
    expect(text).to.include(`$${dollars.toFixed(5)}`);
  });
});
