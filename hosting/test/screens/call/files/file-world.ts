// Participants with the real transfers on connections in memory. A test cuts connections, reloads
// pages, and says what a page sends that does not obey.
import type { FeatureMessage, FileMessage } from "@meetogram/contract";
import type { Features } from "../../../../src/meeting/useMeeting.ts";
import { createMemoryStore } from "../../../../src/screens/call/files/storage/memory-store.ts";
import type { FileStore } from "../../../../src/screens/call/files/storage/file-store.ts";
import { createFileTransfers, type FileTransfers } from "../../../../src/screens/call/files/transfer/file-transfers.ts";
import { readMessage } from "../../../../src/screens/call/files/transfer/frames.ts";
import type { Transfer } from "../../../../src/screens/call/files/transfer/transfer.ts";

/** Holds what was sent until it is delivered, as SCTP does. */
class FakeChannel extends EventTarget {
  readyState: RTCDataChannelState = "open";
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  readonly queue: (string | ArrayBuffer)[] = [];

  send(data: string | Uint8Array<ArrayBuffer>) {
    const sent = typeof data === "string" ? data : data.slice().buffer;
    this.queue.push(sent);
    this.bufferedAmount += sizeOf(sent);
  }

  take(): string | ArrayBuffer | undefined {
    const data = this.queue.shift();
    if (data === undefined) return undefined;
    const before = this.bufferedAmount;
    this.bufferedAmount -= sizeOf(data);
    const { bufferedAmountLowThreshold: low } = this;
    if (before > low && this.bufferedAmount <= low) this.dispatchEvent(new Event("bufferedamountlow"));
    return data;
  }

  close() {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    this.dispatchEvent(new Event("close"));
  }
}

const sizeOf = (data: string | ArrayBuffer) => (typeof data === "string" ? data.length : data.byteLength);

export interface FakePage {
  readonly transfers: FileTransfers;
  readonly store: FileStore;
  /** Everything that has arrived, newest last. */
  readonly arrived: Transfer[];
  /** Control messages that came, newest last. */
  readonly heard: FileMessage[];
  /** The only transfer. */
  readonly only: Transfer;
  say(message: FileMessage, to?: string): void;
  /** The page's channel to another one, to send over it what the page itself would not. */
  channelTo(other: string): FakeChannel | undefined;
}

interface Connection {
  readonly ended: AbortController;
  readonly channels: Map<string, FakeChannel>;
}

function openChannel({ ended }: Connection): FakeChannel {
  const channel = new FakeChannel();
  ended.signal.addEventListener("abort", () => channel.close());
  return channel;
}

export interface FileWorld {
  page(name: string): FakePage;
  /** Adds a page, or reloads it: with the same store, unless told otherwise. */
  open(name: string, store?: FileStore): FakePage;
  connect(one: string, other: string): void;
  cut(one: string, other: string): void;
  /** So many bytes of files cross in all. The rest waits. */
  holdAfter: number;
  /** Of files, that have crossed. */
  readonly crossed: number;
  /** Delivers until `isEnough`, or until nothing moves any more. */
  run(isEnough?: () => boolean): Promise<void>;
  /** Changes what crosses a channel. Null drops it. */
  tamper: (data: string | ArrayBuffer, from: string) => string | ArrayBuffer | null;
}

const pairOf = (one: string, other: string) => [one, other].sort().join(" ");

/** What happens outside of the event loop's own turns: hashing, and reading files. */
let underWay = 0;

function count<T extends object, K extends keyof T>(owner: T, name: K): void {
  const original = owner[name] as (...values: unknown[]) => Promise<unknown>;
  owner[name] = async function (this: unknown, ...values: unknown[]) {
    underWay += 1;
    try {
      return await original.apply(this, values);
    } finally {
      underWay -= 1;
    }
  } as T[K];
}
count(crypto.subtle, "digest");
count(Blob.prototype, "arrayBuffer");

export function createFileWorld(): FileWorld {
  const pages = new Map<
    string,
    FakePage & { hear(from: string, message: FeatureMessage): void; reach(id: string): void }
  >();
  const connections = new Map<string, Connection>();
  const control: { from: string; to: string; message: FeatureMessage }[] = [];
  let now = 0;
  let crossed = 0;

  function featuresOf(name: string): Features {
    const others = () => [...pages.keys()].filter((other) => connections.has(pairOf(name, other)));
    return {
      get reachable() {
        return others();
      },
      send(message, to) {
        for (const other of others())
          if (to === undefined || to === other)
            control.push({ from: name, to: other, message: structuredClone(message) });
      },
      openFileChannel(other) {
        const connection = connections.get(pairOf(name, other));
        if (connection === undefined) return null;
        const channel = connection.channels.get(name) ?? openChannel(connection);
        connection.channels.set(name, channel);
        return {
          channel: channel as unknown as RTCDataChannel,
          maxMessageBytes: 262_144,
          ended: connection.ended.signal,
        };
      },
      onMessage() {},
      onReached() {},
    };
  }

  function open(name: string, store: FileStore = pages.get(name)?.store ?? createMemoryStore()): FakePage {
    for (const other of pages.keys()) world.cut(name, other);
    const arrived: Transfer[] = [];
    const heard: FileMessage[] = [];
    const features = featuresOf(name);
    const transfers = createFileTransfers({
      features,
      store,
      now: () => now,
      onChange() {},
      onArrived: (transfer) => arrived.push(transfer),
    });
    const page = {
      transfers,
      store,
      arrived,
      heard,
      get only() {
        const [only, ...more] = transfers.list;
        if (only === undefined || more.length > 0) throw new Error(`There are ${transfers.list.length} transfers`);
        return only;
      },
      say: (message: FileMessage, to?: string) => features.send(message, to),
      channelTo: (other: string) => connections.get(pairOf(name, other))?.channels.get(name),
      hear(from: string, message: FeatureMessage) {
        heard.push(message as FileMessage);
        transfers.handleMessage(from, message as FileMessage);
      },
      reach: transfers.handleReached,
    };
    pages.set(name, page);
    return page;
  }

  function deliverFrame(): boolean {
    let hasMoved = false;
    for (const [pair, { channels }] of connections) {
      for (const [from, channel] of channels) {
        const to = pair.split(" ").find((name) => name !== from)!;
        if (channels.get(to)?.readyState === "closed") channel.close();
        if (crossed >= world.holdAfter) continue;
        const data = channel.take();
        if (data === undefined) continue;
        if (data instanceof ArrayBuffer) crossed += data.byteLength;
        hasMoved = true;
        now += 1;
        const seen = world.tamper(data, from);
        const target = channels.get(to);
        // Without a channel at the other end, the browser drops it.
        if (seen !== null && target?.readyState === "open")
          target.dispatchEvent(new MessageEvent("message", { data: seen }));
      }
    }
    return hasMoved;
  }

  const world: FileWorld = {
    tamper: (data) => data,
    holdAfter: Infinity,
    get crossed() {
      return crossed;
    },
    page: (name) => pages.get(name)!,
    open,
    connect(one, other) {
      connections.set(pairOf(one, other), { ended: new AbortController(), channels: new Map() });
      pages.get(one)?.reach(other);
      pages.get(other)?.reach(one);
    },
    cut(one, other) {
      const connection = connections.get(pairOf(one, other));
      connections.delete(pairOf(one, other));
      for (let index = control.length - 1; index >= 0; index--)
        if (pairOf(control[index]!.from, control[index]!.to) === pairOf(one, other)) control.splice(index, 1);
      connection?.ended.abort();
    },
    async run(isEnough = () => false) {
      for (let quiet = 0; quiet < 20 && !isEnough();) {
        const next = control.shift();
        if (next !== undefined) pages.get(next.to)?.hear(next.from, next.message);
        const hasMoved = deliverFrame() || next !== undefined;
        if (!hasMoved) await new Promise((resolve) => setImmediate(resolve));
        quiet = hasMoved || underWay > 0 ? 0 : quiet + 1;
      }
    },
  };
  return world;
}

/** Bytes that differ from place to place, the same for the same seed. */
export function createFile(size: number, name = "file.bin", seed = 1): File {
  const bytes = new Uint8Array(size);
  for (let index = 0, state = seed; index < size; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return new File([bytes], name);
}

export async function hashOf(content: Blob): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", await content.arrayBuffer())).toString("hex");
}

/** What crosses the channel, as the other page reads it. */
export const readFrame = readMessage;
