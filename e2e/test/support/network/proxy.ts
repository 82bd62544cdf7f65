// A TCP proxy between a browser and a server that can delay, refuse or hold connections. It knows
// bytes only, so every protocol passes unchanged.
import { connect, createServer, type Socket } from "node:net";

export interface Proxy {
  readonly port: number;
  readonly origin: string;
  /** From now on every chunk is delayed by this time, in each direction. */
  delay(ms: number): void;
  /** Resets every connection, and refuses new ones. */
  refuse(): void;
  /**
   * Passes nothing on, and reports no error, like a network that drops packets. What was sent
   * meanwhile arrives after `restore`, as with the retransmissions of TCP.
   */
  hold(): void;
  /** Ends every fault: no delay, nothing refused, nothing held. */
  restore(): void;
  /**
   * From now on records what clients send and servers answer. Calling the result ends the
   * recording and returns one text for each connection and direction.
   */
  record(): () => string[];
  close(): Promise<void>;
}

interface Chunk {
  readonly dueAtMs: number;
  readonly content: Buffer | "end" | "close";
}

export async function startProxy(target: number): Promise<Proxy> {
  let state: "open" | "refusing" | "holding" = "open";
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const deliveries = new Set<() => void>();
  let records: Map<Socket, Buffer[]> | null = null;

  /** Forwards one direction of one connection. */
  function forward(from: Socket, to: Socket): void {
    const chunks: Chunk[] = [];
    let timer: NodeJS.Timeout | undefined;

    function deliver(): void {
      clearTimeout(timer);
      while (state === "open") {
        const [next] = chunks;
        if (next === undefined) return;
        const waitMs = next.dueAtMs - Date.now();
        if (waitMs > 0) return void (timer = setTimeout(deliver, waitMs));
        chunks.shift();
        if (next.content === "end") to.end();
        else if (next.content !== "close") to.write(next.content);
        else {
          deliveries.delete(deliver);
          to.destroy();
        }
      }
    }

    function enqueue(content: Chunk["content"]): void {
      const previous = chunks.at(-1)?.dueAtMs ?? 0;
      chunks.push({ content, dueAtMs: Math.max(previous, Date.now() + delayMs) });
      deliver();
    }

    deliveries.add(deliver);
    from.on("data", (chunk: Buffer) => {
      records?.set(from, [...(records.get(from) ?? []), chunk]);
      enqueue(chunk);
    });
    from.on("end", () => enqueue("end"));
    from.on("error", () => undefined);
    from.on("close", () => {
      sockets.delete(from);
      if (state === "refusing") deliveries.delete(deliver);
      else enqueue("close");
    });
    sockets.add(from);
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    if (state === "refusing") return void client.on("error", () => undefined).resetAndDestroy();
    const upstream = connect({ port: target, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    forward(client, upstream);
    forward(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");

  function resetAll(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }

  return {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    delay(ms) {
      delayMs = ms;
    },
    refuse() {
      state = "refusing";
      resetAll();
    },
    hold() {
      state = "holding";
    },
    restore() {
      state = "open";
      delayMs = 0;
      for (const deliver of deliveries) deliver();
    },
    record() {
      const current = (records = new Map<Socket, Buffer[]>());
      return () => {
        if (records === current) records = null;
        return [...current.values()].map((received) => Buffer.concat(received).toString("utf8"));
      };
    },
    close() {
      state = "refusing";
      resetAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
