import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import {
  abandonedMs,
  createChannel,
  noopIntervalMs,
  rotationMs,
  type Channel,
} from "../../../src/transports/web-channel/channel.ts";
import { createManualScheduler, type ManualScheduler } from "../../service/manual-scheduler.ts";

type Item = [id: number, [message: unknown]];

/** The client's end of a back channel: frames as they arrive. */
interface BackChannel {
  next(): Promise<Item[]>;
  readonly ended: Promise<unknown>;
  cut(): void;
}

describe("a WebChannel session", () => {
  const server = createServer();
  let scheduler: ManualScheduler;
  let channel: Channel;
  let didAbandon: boolean;

  before(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    didAbandon = false;
    scheduler = createManualScheduler();
    channel = createChannel({ sid: "s", scheduler, onAbandoned: () => (didAbandon = true) });
  });
  afterEach(() => channel.close());

  async function attach(lastReceivedId: number, isLongPolling = false): Promise<BackChannel> {
    const outgoing = httpRequest({ port: (server.address() as AddressInfo).port, agent: false });
    outgoing.on("error", () => {});
    outgoing.end();
    const [, response] = (await once(server, "request")) as [IncomingMessage, ServerResponse];
    const arrived = once(outgoing, "response");
    channel.attach(response, { lastReceivedId, isLongPolling });
    const [incoming] = (await arrived) as [IncomingMessage];
    return readFrames(incoming, () => outgoing.destroy());
  }

  it("sends a noop at once, then each message under its number", async () => {
    const back = await attach(0);
    expect(await back.next()).to.deep.equal([[1, ["noop"]]]);
    channel.push({ text: "é𝄞" });
    expect(await back.next()).to.deep.equal([[2, [{ text: "é𝄞" }]]]);
  });

  it("puts messages of the same turn into one frame", async () => {
    const back = await attach(0, true);
    channel.push("a");
    channel.push("b");
    expect(await back.next()).to.deep.equal([
      [1, ["a"]],
      [2, ["b"]],
    ]);
    await back.ended;
  });

  it("sends messages again that a lost back channel did not deliver", async () => {
    channel.push("a");
    channel.push("b");
    const first = await attach(0);
    await first.next();
    first.cut();
    channel.push("c");
    const second = await attach(1);
    expect(await second.next()).to.deep.equal([
      [2, ["b"]],
      [3, ["c"]],
    ]);
  });

  it("sends a noop every 30 seconds, which does not end a long poll", async () => {
    const back = await attach(0, true);
    scheduler.advance(noopIntervalMs);
    expect(await back.next()).to.deep.equal([[1, ["noop"]]]);
    channel.push("a");
    expect(await back.next()).to.deep.equal([[2, ["a"]]]);
    await back.ended;
  });

  it("ends a back channel after a minute, so that the client opens the next", async () => {
    const back = await attach(0);
    scheduler.advance(rotationMs);
    await back.ended;
    channel.push("a");
    const next = await attach(2);
    expect((await next.next()).at(-1)).to.deep.equal([3, ["a"]]);
  });

  it("is abandoned 90 seconds after the last back channel", async () => {
    await attach(0);
    scheduler.advance(rotationMs);
    scheduler.advance(abandonedMs - 1);
    expect(didAbandon).to.equal(false);
    scheduler.advance(1);
    expect(didAbandon).to.equal(true);
  });

  it("accepts a repeated forward message once", () => {
    expect(channel.acceptForward(0, ["a", "b"])).to.deep.equal(["a", "b"]);
    expect(channel.acceptForward(1, ["b", "c"])).to.deep.equal(["c"]);
    expect(channel.acceptForward(1, ["b", "c"])).to.deep.equal([]);
  });

  it("answers a forward with three numbers", async () => {
    expect(channel.forwardResponse()).to.deep.equal([0, 0, 7]);
    const back = await attach(0);
    channel.push("a");
    await back.next();
    await back.next();
    expect(channel.forwardResponse()).to.deep.equal([1, 2, 7]);
  });

  it("leaves no timer running", async () => {
    await attach(0);
    channel.close();
    expect(scheduler.pendingCount).to.equal(0);
  });
});

function readFrames(incoming: IncomingMessage, cut: () => void): BackChannel {
  incoming.setEncoding("utf8");
  incoming.on("error", () => {});
  let text = "";
  const waiting: (() => void)[] = [];
  incoming.on("data", (chunk: string) => {
    text += chunk;
    waiting.shift()?.();
  });
  const take = (): Item[] | undefined => {
    const newline = text.indexOf("\n");
    const length = Number(text.slice(0, newline));
    const end = newline + 1 + length;
    if (newline < 0 || text.length < end) return undefined;
    const frame = JSON.parse(text.slice(newline + 1, end)) as Item[];
    text = text.slice(end);
    return frame;
  };
  return {
    async next() {
      for (;;) {
        const frame = take();
        if (frame) return frame;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    ended: once(incoming, "end"),
    cut,
  };
}
