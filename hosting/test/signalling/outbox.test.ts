// Messages go over REST while the SDK's stream of writes is closed, and keep their order.
import { paths } from "@meetogram/contract";
import { expect } from "chai";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { collection, getDocs } from "firebase/firestore";
import { createMessagePost, type PostMessage } from "../../src/signalling/firestore/rest/message-post.ts";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock, type ManualClock } from "../platform/manual-clock.ts";
import { projectID, useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

describe("a message to somebody", () => {
  const { openRoom } = useTestFirestore();
  let room: FirestoreRoom;
  let networkClock: ManualClock;
  let posted: string[];
  let received: string[];
  let wake = () => {};
  const opened: Signalling[] = [];
  const forever = () => ({ signal: new AbortController().signal });

  beforeEach(async () => {
    room = await openRoom();
    networkClock = createManualClock();
    [posted, received] = [[], []];
  });
  afterEach(async () => {
    for (const signalling of opened.splice(0)) signalling.close();
    await room.close();
  });

  /** One sends and one receives. `answer` stands between the sender and REST. */
  async function openTwo(answer: (real: PostMessage) => PostMessage = (real) => real) {
    const post = (real: PostMessage): PostMessage => {
      const answered = answer(real);
      return (message) => {
        posted.push(message.payload);
        return answered(message);
      };
    };
    const sender = await room.seat(crypto.randomUUID(), { networkClock, post });
    const receiver = await room.seat(crypto.randomUUID());
    opened.push(sender, receiver);
    receiver.onMessage(({ payload }) => {
      received.push(payload);
      wake();
    }, forever());
    return { sender, send: (payload: string) => sender.send(receiver.self.participantID, payload) };
  }

  async function untilReceived(count: number) {
    while (received.length < count) await new Promise<void>((resolve) => (wake = resolve));
  }

  it("is posted while nothing was written before, and a minute after the last write", async () => {
    const { sender, send } = await openTwo();
    await send("first");
    await sender.update({ name: "c2VhbGVk" });
    await send("second");
    networkClock.advance(60_000);
    await send("third");
    await untilReceived(3);
    expect(received).to.deep.equal(["first", "second", "third"]);
    expect(posted).to.deep.equal(["first", "third"]);
  });

  it("waits for the one before, however long that takes", async () => {
    const waiting: (() => void)[] = [];
    const { sender, send } = await openTwo((real) => async (message) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return real(message);
    });
    const sent = ["a", "b", "c", "d"].map((payload) => send(payload));
    while (posted.length < 1) await new Promise(setImmediate);
    // The stream opens meanwhile, and would be faster.
    await sender.update({ name: "c2VhbGVk" });
    waiting.shift()!();
    await Promise.all(sent);
    await untilReceived(4);
    expect(received).to.deep.equal(["a", "b", "c", "d"]);
    expect(posted).to.deep.equal(["a"]);
  });

  it("does not wait for a message to somebody else", async () => {
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    const { sender, send } = await openTwo((real) => async (message) => {
      if (message.payload === "slow") await isLetGo;
      return real(message);
    });
    const third = await room.seat(crypto.randomUUID());
    opened.push(third);
    const slow = sender.send(third.self.participantID, "slow");
    await send("quick");
    letGo();
    await slow;
    expect(posted).to.deep.equal(["slow", "quick"]);
  });

  it("goes through the SDK once REST has failed, as all that follow, in their order", async () => {
    const { send } = await openTwo(() => async () => false);
    await Promise.all(["a", "b", "c"].map((payload) => send(payload)));
    await untilReceived(3);
    expect(received).to.deep.equal(["a", "b", "c"]);
    expect(posted).to.deep.equal(["a"]);
  });

  it("goes through the SDK also when another one, to somebody else, succeeds after the failure", async () => {
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    const { sender, send } = await openTwo((real) => async (message) => {
      if (message.payload === "failing") return false;
      await isLetGo;
      return real(message);
    });
    const third = await room.seat(crypto.randomUUID());
    opened.push(third);
    const other = sender.send(third.self.participantID, "other");
    await send("failing");
    letGo();
    await other;
    networkClock.advance(60_000);
    await send("later");
    await untilReceived(2);
    expect(posted).to.deep.equal(["other", "failing"]);
  });

  it("that is refused over REST is refused by the SDK too", async () => {
    const { sender, send } = await openTwo();
    await room.forget(sender.self.participantID);
    const refusal = await send("late").catch((error: unknown) => error);
    expect(refusal).to.have.property("code", "refused");
    expect(posted).to.deep.equal(["late"]);
  });

  it("is the same document by either way", async () => {
    const written: object[] = [];
    const now = Date.now();
    for (const answer of [(real: PostMessage) => real, () => async () => false]) {
      const sender = await room.seat(crypto.randomUUID(), { serverNow: () => now, post: answer });
      const receiver = await room.seat(crypto.randomUUID());
      opened.push(sender, receiver);
      await sender.send(receiver.self.participantID, "c2FtZQ");
      const inbox = collection(room.firestore, paths.inbox(room.uuid, receiver.self.participantID));
      const [found] = (await getDocs(inbox)).docs;
      const { from, session, sentAt, ...same } = found!.data();
      expect(from).to.equal(sender.self.participantID);
      expect(session).to.be.a("string");
      expect(sentAt.toMillis()).to.be.closeTo(Date.now(), 60_000);
      written.push(same);
    }
    expect(written[0]).to.deep.equal(written[1]);
  });
});

describe("a post", () => {
  const message = { path: "rooms/a/users/b/inbox/c", from: "d", session: "e", payload: "f", expireAtMs: Date.now() };
  const postTo = (origin: string) =>
    createMessagePost({
      origin,
      projectID,
      room: "a",
      participantID: "d",
      idToken: () => "token",
      appCheckToken: () => undefined,
    })(message);

  it("is not accepted where nobody answers, or somebody answers otherwise", async () => {
    const server = createServer((_request, response) => response.writeHead(503).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await postTo(origin)).to.equal(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await postTo(origin)).to.equal(false);
  });
});
