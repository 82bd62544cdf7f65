// What every signalling does, run against each implementation.
import { expect } from "chai";
import type { Role } from "@meetogram/contract";
import type { EndOfSeat, SeatedParticipant, Signalling } from "../../src/signalling/signalling.ts";
import { SignallingError } from "../../src/signalling/signalling.ts";

export interface TestedRoom {
  /** Does what the server's `connect` does: gives the participant a new, higher seat. */
  seat(participantID: string, options?: { role?: Role }): Promise<Signalling>;
  /** Does what a host does. */
  remove(participantID: string): Promise<void>;
  close(): Promise<void>;
}

/** Records reports, and lets a test wait for more. */
function collect<T>() {
  const values: T[] = [];
  let wake = () => {};
  return {
    values,
    add(value: T) {
      values.push(value);
      wake();
    },
    async until(isThere: (values: readonly T[]) => boolean): Promise<readonly T[]> {
      while (!isThere(values)) await new Promise<void>((resolve) => (wake = resolve));
      return values;
    },
  };
}

export function describeSignalling(name: string, openRoom: () => Promise<TestedRoom>): void {
  describe(`signalling ${name}`, () => {
    let room: TestedRoom;
    let controller: AbortController;
    let opened: Signalling[];
    let ann: string;
    let bob: string;

    beforeEach(async () => {
      [ann, bob] = [crypto.randomUUID(), crypto.randomUUID()];
      controller = new AbortController();
      opened = [];
      room = await openRoom();
    });
    afterEach(async () => {
      controller.abort();
      for (const signalling of opened) signalling.close();
      await room.close();
    });

    async function seat(participantID: string) {
      const signalling = await room.seat(participantID);
      opened.push(signalling);
      const { signal } = controller;
      const participants = collect<readonly SeatedParticipant[]>();
      const messages = collect<{ from: string; payload: string }>();
      const ends = collect<EndOfSeat>();
      signalling.onParticipants(participants.add, { signal });
      signalling.onMessage(messages.add, { signal });
      signalling.onEnded(ends.add, { signal });
      const sees = (isSo: (seated: readonly SeatedParticipant[]) => boolean) =>
        participants.until((all) => isSo(all.at(-1) ?? []));
      return { signalling, participants, messages, ends, sees };
    }

    const has = (participantID: string) => (seated: readonly SeatedParticipant[]) =>
      seated.some((participant) => participant.participantID === participantID);

    it("lists everyone seated, including the participant itself", async () => {
      const { sees } = await seat(ann);
      await sees(has(ann));
      await seat(bob);
      const seen = (await sees(has(bob))).at(-1);
      expect(seen?.map(({ isActive }) => isActive)).to.deep.equal([false, false]);
    });

    it("shows others who has entered, with constraints and name", async () => {
      const { sees } = await seat(ann);
      const { signalling } = await seat(bob);
      const constraints = { audio: true, video: false, screen: false };
      await signalling.update({ isActive: true, constraints, name: "sealed" });
      const seen = await sees((seated) => seated.some(({ isActive }) => isActive));
      expect(seen.at(-1)?.find(({ isActive }) => isActive)).to.include({
        participantID: bob,
        seat: signalling.self.seat,
        name: "sealed",
      });
      await signalling.update({ constraints: { ...constraints, audio: false } });
      await sees((seated) => seated.some((one) => one.participantID === bob && !one.constraints.audio));
    });

    it("lets two enter at the same time", async () => {
      const first = await seat(ann);
      const second = await seat(bob);
      await Promise.all([first.signalling.update({ isActive: true }), second.signalling.update({ isActive: true })]);
      await first.sees((seated) => seated.length === 2 && seated.every(({ isActive }) => isActive));
    });

    it("delivers messages once, in the order of sending, with their sender", async () => {
      const { signalling } = await seat(ann);
      const { messages } = await seat(bob);
      const payloads = Array.from({ length: 12 }, (_, index) => `payload-${index}`);
      await Promise.all(payloads.map((payload) => signalling.send(bob, payload)));
      await messages.until(({ length }) => length >= payloads.length);
      await signalling.send(bob, "last");
      await messages.until((all) => all.some(({ payload }) => payload === "last"));
      expect(messages.values).to.deep.equal([...payloads, "last"].map((payload) => ({ from: ann, payload })));
    });

    it("delivers messages sent before anybody listened", async () => {
      const { signalling } = await seat(ann);
      const late = await room.seat(bob);
      opened.push(late);
      await signalling.send(bob, "early");
      const messages = collect<{ from: string; payload: string }>();
      late.onMessage(messages.add, { signal: controller.signal });
      await messages.until(({ length }) => length === 1);
      expect(messages.values).to.deep.equal([{ from: ann, payload: "early" }]);
    });

    it("does not deliver to a new page what was sent to the previous one", async () => {
      const { signalling } = await seat(ann);
      await room.seat(bob).then((previous) => opened.push(previous));
      await signalling.send(bob, "for-the-previous-page");
      const { messages } = await seat(bob);
      await signalling.send(bob, "for-the-new-page");
      await messages.until(({ length }) => length >= 1);
      expect(messages.values).to.deep.equal([{ from: ann, payload: "for-the-new-page" }]);
    });

    it("refuses a message to a participant without a seat", async () => {
      const { signalling } = await seat(ann);
      const refusal = await signalling.send(bob, "hello").catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(SignallingError).with.property("code", "refused");
    });

    it("no longer lists a participant that has left", async () => {
      const { sees } = await seat(ann);
      const { signalling } = await seat(bob);
      await sees(has(bob));
      await signalling.leave();
      await sees((seated) => has(ann)(seated) && !has(bob)(seated));
    });

    it("no longer lists a participant whose page is going away", async () => {
      const { sees } = await seat(ann);
      const { signalling } = await seat(bob);
      await sees(has(bob));
      signalling.leaveNow();
      await sees((seated) => has(ann)(seated) && !has(bob)(seated));
    });

    it("tells a removed participant, and refuses its messages from then on", async () => {
      const { sees } = await seat(ann);
      const { signalling, ends } = await seat(bob);
      await sees(has(bob));
      await signalling.update({ isActive: true });
      await room.remove(bob);
      await ends.until(({ length }) => length > 0);
      expect(ends.values).to.deep.equal(["removed"]);
      await sees((seated) => !has(bob)(seated));
      const refusal = await signalling.send(ann, "still-here").catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(SignallingError);
    });

    it("tells everybody who was removed, newcomers too, whether or not they had seen that participant", async () => {
      const removals = (signalling: Signalling) => {
        const reports = collect<readonly string[]>();
        signalling.onRoom(({ removed }) => reports.add(removed), { signal: controller.signal });
        return (...expected: string[]) => reports.until((all) => all.at(-1)?.join() === expected.join());
      };
      const untilAnnSees = removals((await seat(ann)).signalling);
      await untilAnnSees();
      await seat(bob);
      await room.remove(bob);
      await untilAnnSees(bob);
      const cat = crypto.randomUUID();
      const untilCatSees = removals((await seat(cat)).signalling);
      await untilCatSees(bob);
      const unseen = crypto.randomUUID();
      await room.seat(unseen).then((signalling) => opened.push(signalling));
      await room.remove(unseen);
      await Promise.all([untilAnnSees(bob, unseen), untilCatSees(bob, unseen)]);
    });

    it("lets a host lock the room, and tells everybody", async () => {
      const host = await room.seat(ann, { role: "host" });
      opened.push(host);
      const { signalling } = await seat(bob);
      const lockReports = [host, signalling].map((listening) => {
        const locks = collect<boolean>();
        listening.onRoom(({ isLocked }) => locks.add(isLocked), { signal: controller.signal });
        return locks;
      });
      const untilReported = (count: number) =>
        Promise.all(lockReports.map((locks) => locks.until(({ length }) => length === count)));
      await untilReported(1);
      await host.setLocked(true);
      await untilReported(2);
      await host.setLocked(false);
      await untilReported(3);
      for (const { values } of lockReports) expect(values).to.deep.equal([false, true, false]);
    });

    it("does not let a guest lock the room", async () => {
      const { signalling } = await seat(bob);
      const refusal = await signalling.setLocked(true).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(SignallingError).with.property("code", "refused");
    });

    it("holds a guest back for as long as the waiting room is on and no host has admitted it", async () => {
      const host = await room.seat(ann, { role: "host" });
      opened.push(host);
      const { signalling } = await seat(bob);
      const rooms = collect<string>();
      signalling.onRoom(({ hasWaitingRoom, admitted }) => rooms.add([hasWaitingRoom, ...admitted].join()), {
        signal: controller.signal,
      });
      await rooms.until(({ length }) => length === 1);
      await host.setWaitingRoom(true);
      await rooms.until(({ length }) => length === 2);
      const codes: string[] = [];
      const attempt = (write: Promise<void>) => write.catch(({ code }: SignallingError) => void codes.push(code));
      await attempt(signalling.update({ isActive: true }));
      await attempt(signalling.send(ann, "sealed"));
      await attempt(host.send(bob, "sealed"));
      await attempt(signalling.admit([bob]));
      await attempt(signalling.setWaitingRoom(false));
      expect(codes).to.deep.equal(["held-back", "refused", "refused", "refused", "refused"]);
      await signalling.update({ hasKnocked: true, name: "sealed" });
      await host.admit([bob]);
      await rooms.until(({ length }) => length === 3);
      expect(rooms.values).to.deep.equal(["false", "true", `true,${bob}`]);
      await signalling.update({ isActive: true });
      await signalling.send(ann, "sealed");
    });

    it("does not hold a host back", async () => {
      const host = await room.seat(ann, { role: "host" });
      opened.push(host);
      await host.setWaitingRoom(true);
      await host.update({ isActive: true });
    });

    it("gives a new page of the same participant a higher seat, and tells the previous page", async () => {
      const { sees } = await seat(ann);
      const previous = await seat(bob);
      await previous.sees(has(bob));
      const { signalling } = await seat(bob);
      expect(signalling.self.seat).to.be.greaterThan(previous.signalling.self.seat);
      await previous.ends.until(({ length }) => length > 0);
      expect(previous.ends.values).to.deep.equal(["moved"]);
      await sees((seated) => seated.some((one) => one.seat === signalling.self.seat));
    });

    it("does not let the previous page end the seat of the new one", async () => {
      const { sees } = await seat(ann);
      const previous = await room.seat(bob);
      const { signalling } = await seat(bob);
      await previous.leave();
      await signalling.update({ isActive: true });
      await sees((seated) => seated.some((one) => one.seat === signalling.self.seat && one.isActive));
    });

    it("reports nothing to a removed listener", async () => {
      const { signalling } = await seat(ann);
      const { sees } = await seat(bob);
      const aborted = new AbortController();
      const messages = collect<{ from: string; payload: string }>();
      const receiver = opened.at(-1);
      receiver?.onMessage(messages.add, { signal: aborted.signal });
      aborted.abort();
      await signalling.send(bob, "to-nobody-in-particular");
      await signalling.update({ isActive: true });
      await sees((seated) => seated.some(({ isActive }) => isActive));
      expect(messages.values).to.deep.equal([]);
    });
  });
}
