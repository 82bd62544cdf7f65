// The slots of an inbox: which unread messages a sender replaces, and that a slot is used again.
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { collection, doc, getDocs, onSnapshot, Timestamp, writeBatch } from "firebase/firestore";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

const ann = crypto.randomUUID();
const bob = crypto.randomUUID();

describe("an inbox in Firestore", () => {
  const { openRoom } = useTestFirestore();
  let room: FirestoreRoom;
  let sender: Signalling;
  let receiver: Signalling;
  let received: string[];
  let wake = () => {};

  beforeEach(async () => {
    room = await openRoom();
    [sender, receiver] = [await room.seat(ann), await room.seat(bob)];
    received = [];
  });
  afterEach(async () => {
    sender.close();
    receiver.close();
    await room.close();
  });

  const stored = async () => (await getDocs(collection(room.firestore, paths.inbox(room.uuid, bob)))).docs;
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => `message-${number}`);
  const send = (payloads: readonly string[]) => Promise.all(payloads.map((payload) => sender.send(bob, payload)));

  function listen() {
    receiver.onMessage(
      ({ payload }) => {
        received.push(payload);
        wake();
      },
      { signal: new AbortController().signal },
    );
  }

  async function untilReceived(payload: string) {
    while (!received.includes(payload)) await new Promise<void>((resolve) => (wake = resolve));
  }

  it("keeps the newest 64 unread messages of a sender, and delivers them in the order of sending", async () => {
    const sent = numbers(limits.slotsPerSender + 6);
    await send(sent);
    expect((await stored()).map(({ id }) => id)).to.have.members(
      Array.from({ length: limits.slotsPerSender }, (_, number) => paths.slot(ann, number)),
    );
    listen();
    await untilReceived(sent.at(-1)!);
    expect(received).to.deep.equal(sent.slice(6));
  });

  it("delivers what comes in a slot that was read before", async () => {
    listen();
    const sent = numbers(limits.slotsPerSender + 1);
    for (const payload of sent) {
      await sender.send(bob, payload);
      await untilReceived(payload);
    }
    expect(received).to.deep.equal(sent);
  });

  it("keeps the messages of two senders apart", async () => {
    const other = await room.seat(crypto.randomUUID());
    await send(["from-ann"]);
    for (const payload of numbers(limits.slotsPerSender + 1)) await other.send(bob, payload);
    listen();
    await untilReceived(`message-${limits.slotsPerSender}`);
    expect(received[0]).to.equal("from-ann");
    other.close();
  });

  it("is emptied of more messages than one batch can delete", async () => {
    const count = 9 * limits.slotsPerSender;
    const inbox = collection(room.firestore, paths.inbox(room.uuid, bob));
    const batch = writeBatch(room.firestore);
    for (const payload of numbers(count)) {
      const times = { sentAt: Timestamp.now(), expireAt: Timestamp.now() };
      batch.set(doc(inbox, payload), { from: ann, session: crypto.randomUUID(), payload, ...times });
    }
    await batch.commit();
    listen();
    const isEmpty = new Promise<void>((resolve) => onSnapshot(inbox, ({ empty }) => void (empty && resolve())));
    await isEmpty;
    expect(received).to.have.length(count);
  });
});
