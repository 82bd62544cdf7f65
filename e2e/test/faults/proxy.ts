// A line that can be cut: stands between a browser and a server and knows bytes only, so that every protocol passes as it is.
import { connect, createServer, type Socket } from "node:net";

export interface Proxy {
  readonly port: number;
  readonly origin: string;
  /** Every chunk takes this much longer, each way. */
  delay(ms: number): void;
  /** Ends every connection with a reset, and refuses new ones. */
  cut(): void;
  /** Nothing passes and nobody is told; what was sent meanwhile arrives after `heal`, as by TCP's repeats. */
  swallow(): void;
  /** All as it was in the beginning. */
  heal(): void;
  /** From now on keeps what clients send and servers answer, a text for each connection and direction, until it is asked for. */
  record(): () => string[];
  close(): Promise<void>;
}

interface Parcel {
  readonly dueAtMs: number;
  readonly content: Buffer | "end" | "close";
}

export async function startProxy(target: number): Promise<Proxy> {
  let state: "open" | "cut" | "swallowing" = "open";
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const lanes = new Set<() => void>();
  let records: Map<Socket, Buffer[]> | null = null;

  /** One direction of one connection. */
  function carry(from: Socket, to: Socket): void {
    const parcels: Parcel[] = [];
    let timer: NodeJS.Timeout | undefined;

    function deliver(): void {
      clearTimeout(timer);
      while (state === "open") {
        const [next] = parcels;
        if (next === undefined) return;
        const waitMs = next.dueAtMs - Date.now();
        if (waitMs > 0) return void (timer = setTimeout(deliver, waitMs));
        parcels.shift();
        if (next.content === "end") to.end();
        else if (next.content !== "close") to.write(next.content);
        else {
          lanes.delete(deliver);
          to.destroy();
        }
      }
    }

    function accept(content: Parcel["content"]): void {
      const previous = parcels.at(-1)?.dueAtMs ?? 0;
      parcels.push({ content, dueAtMs: Math.max(previous, Date.now() + delayMs) });
      deliver();
    }

    lanes.add(deliver);
    from.on("data", (chunk: Buffer) => {
      records?.set(from, [...(records.get(from) ?? []), chunk]);
      accept(chunk);
    });
    from.on("end", () => accept("end"));
    from.on("error", () => undefined);
    from.on("close", () => {
      sockets.delete(from);
      if (state === "cut") lanes.delete(deliver);
      else accept("close");
    });
    sockets.add(from);
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    if (state === "cut") return void client.on("error", () => undefined).resetAndDestroy();
    const upstream = connect({ port: target, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    carry(client, upstream);
    carry(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");

  function dropAll(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }

  return {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    delay(ms) {
      delayMs = ms;
    },
    cut() {
      state = "cut";
      dropAll();
    },
    swallow() {
      state = "swallowing";
    },
    heal() {
      state = "open";
      delayMs = 0;
      for (const deliver of lanes) deliver();
    },
    record() {
      const current = (records = new Map<Socket, Buffer[]>());
      return () => {
        if (records === current) records = null;
        return [...current.values()].map((chunks) => Buffer.concat(chunks).toString("utf8"));
      };
    },
    close() {
      state = "cut";
      dropAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
