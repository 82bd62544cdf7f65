// Erasure, interrupted at each of its steps. Nobody can connect any more, the next burn or sweep
// completes it, and nothing is left. The usual run takes every fourth step, the long one all.
import { randomUUID } from "node:crypto";
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { Timestamp } from "firebase-admin/firestore";
import db from "../../src/firebase/firebase.ts";
import { api } from "../stage/api.ts";
import { hasAccount, signIn } from "../stage/auth-emulator.ts";
import { interrupt, type Interruption } from "../stage/interruption.ts";
import { isLongRun } from "../stage/long.ts";
import { changeRoom, connect, connectRequest, createRoom, documentsOf, firestore, seat } from "../stage/meeting.ts";

const hourMs = 60 * 60_000;
const interruptions: readonly Interruption[] = ["fails", "dies before", "dies after"];
/** More than any erasure needs. */
const maxCalls = 40;

interface Meeting {
  readonly uuid: string;
  readonly hostKey: string;
  readonly userIDs: readonly string[];
  readonly participantIDs: readonly string[];
}

/** Two signed-in people, one of whom has left. Each has an unread signal. */
async function meet(): Promise<Meeting> {
  const { uuid, hostKey } = await createRoom();
  const userIDs = [randomUUID(), randomUUID()];
  const participantIDs: string[] = [];
  for (const userID of userIDs) {
    const { token, participantID } = await seat(connectRequest(uuid, { userID }));
    await signIn(token);
    participantIDs.push(participantID);
    await firestore().collection(paths.inbox(uuid, participantID)).add({ payload: "sealed" });
    if (userID === userIDs[1]) await firestore().doc(paths.user(uuid, participantID)).delete();
  }
  return { uuid, hostKey, userIDs, participantIDs };
}

const burn = ({ uuid, hostKey }: Meeting): Promise<void> => db.erasure.burnRoom({ uuid, hostKey }, Date.now());
const sweep = (): ReturnType<typeof db.sweep.sweepExpiredRooms> => db.sweep.sweepExpiredRooms(Date.now() + 6 * hourMs);

async function isClosed({ uuid, hostKey, userIDs }: Meeting): Promise<boolean> {
  const asked = [
    connectRequest(uuid),
    connectRequest(uuid, { hostKey }),
    connectRequest(uuid, { userID: userIDs[0]! }),
  ];
  const codes = await Promise.all(asked.map(async (request) => (await connect(request)).body.code as unknown));
  codes.push((await api.room().get(`/room/${uuid}`)).body.code);
  return codes.every((code) => code === "room-expired" || code === "room-not-found");
}

async function expectNothingLeft({ uuid, participantIDs }: Meeting): Promise<void> {
  expect(await documentsOf(uuid), "documents").to.equal(0);
  expect(await Promise.all(participantIDs.map(hasAccount)), "Auth users").to.deep.equal([false, false]);
}

/** The usual run interrupts every fourth step; the tests start at different ones. */
const stride = isLongRun ? 1 : 4;

/**
 * Calls `check` with the number of the step to interrupt, until the task has no such step. Resolves
 * to the number of steps.
 */
async function atEachStep(first: number, check: (nth: number) => Promise<{ calls: number }>): Promise<number> {
  for (let nth = 1 + (first % stride); nth < maxCalls; nth += stride) {
    const { calls } = await check(nth);
    if (calls < nth) return calls;
  }
  return expect.fail("there is no end of it");
}

describe("an interrupted burn", () => {
  for (const [first, how] of interruptions.entries()) {
    for (const finisher of ["burn", "sweep"] as const) {
      it(`that ${how} the n-th call keeps everybody out, and a ${finisher} completes it`, async function () {
        this.timeout(180_000);
        let closings = 0;
        const steps = await atEachStep(first + (finisher === "burn" ? 0 : 1), async (nth) => {
          const meeting = await meet();
          const before = await documentsOf(meeting.uuid);
          const outcome = await interrupt(nth, how, () => burn(meeting));
          if (await isClosed(meeting)) {
            closings += 1;
          } else {
            // Only before the first step. Then nothing has been erased.
            expect(closings, `step ${nth}`).to.equal(0);
            expect(outcome.isDone).to.equal(false);
            expect(await documentsOf(meeting.uuid)).to.be.at.least(before);
            await changeRoom(meeting.uuid, { expireAt: Timestamp.fromMillis(Date.now()) });
          }
          if (finisher === "burn") {
            await burn(meeting).catch((error: unknown) => expect(error).to.include({ code: "room-not-found" }));
            expect(await documentsOf(meeting.uuid), `after a second burn, step ${nth}`).to.equal(0);
          }
          await sweep();
          await expectNothingLeft(meeting);
          return outcome;
        });
        expect(steps, "there were steps to break").to.be.above(4);
        expect(closings).to.be.above(isLongRun ? 3 : 1);
      });
    }
  }
});

describe("an interrupted sweep", () => {
  for (const [first, how] of interruptions.entries()) {
    it(`that ${how} the n-th call is completed by the next one`, async function () {
      this.timeout(180_000);
      await sweep();
      const steps = await atEachStep(first, async (nth) => {
        const burned = await meet();
        await burn(burned);
        const expired = await meet();
        const outcome = await interrupt(nth, how, sweep);
        await sweep();
        await expectNothingLeft(expired);
        await expectNothingLeft(burned);
        return outcome;
      });
      expect(steps, "there were steps to break").to.be.above(6);
    });
  }
});
