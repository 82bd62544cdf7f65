// A proxy that injects network faults into chosen HTTP exchanges. It can lose a request, lose a
// response that the server has already sent, or truncate a response. A fault waits for its exchange
// and never depends on time.
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Fault {
  readonly kind: "lose request" | "lose answer" | "truncate answer";
  /** The request line: `POST /google…?VER=8&SID=… HTTP/1.1`. */
  readonly request: RegExp;
  /** Only chunks of the response that match this. */
  readonly answer?: RegExp;
}

export interface FaultProxy {
  readonly port: number;
  /** Resolves once the fault has happened. */
  once(fault: Fault): Promise<void>;
  /** Applies every time until `stop` is called. */
  always(fault: Fault): { readonly happened: Promise<void>; stop(): void };
  close(): Promise<void>;
}

interface Armed extends Fault {
  report(): void;
}

export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const armed = new Set<Armed>();
  const sockets = new Set<Socket>();

  function take(kind: Fault["kind"], requestLine: string, answer = ""): Armed | undefined {
    return [...armed].find(
      (fault) => fault.kind === kind && fault.request.test(requestLine) && (fault.answer?.test(answer) ?? true),
    );
  }

  const server = createServer((near) => {
    const far = connect(targetPort, "127.0.0.1");
    let requestLine = "";
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    near.on("close", () => far.destroy());
    far.on("close", () => near.end());
    near.on("data", (chunk: Buffer) => {
      requestLine = /^[A-Z]+ [^\r\n]+/.exec(chunk.toString("latin1"))?.[0] ?? requestLine;
      const fault = take("lose request", requestLine);
      if (!fault) return void far.write(chunk);
      near.resetAndDestroy();
      fault.report();
    });
    far.on("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      const lost = take("lose answer", requestLine, text);
      if (lost) near.resetAndDestroy();
      const cut = lost ? undefined : take("truncate answer", requestLine, text);
      if (cut) {
        near.end(chunk.subarray(0, chunk.length - Math.ceil(chunk.length / 4)));
        far.destroy();
      }
      if (lost ?? cut) (lost ?? cut)?.report();
      else near.write(chunk);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    once: (fault) =>
      new Promise((resolve) => {
        const entry = { ...fault, report: () => (armed.delete(entry), resolve()) };
        armed.add(entry);
      }),
    always(fault) {
      let stop = (): void => {};
      const happened = new Promise<void>((resolve) => {
        const entry = { ...fault, report: resolve };
        armed.add(entry);
        stop = () => armed.delete(entry);
      });
      return { happened, stop };
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
