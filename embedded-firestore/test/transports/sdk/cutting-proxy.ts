// A proxy that resets all its connections on demand, like a network failure.
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface CuttingProxy {
  readonly port: number;
  /** How many connections were reset. */
  readonly cutCount: number;
  cut(): void;
  close(): Promise<void>;
}

export async function startCuttingProxy(targetPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let cutCount = 0;
  const server = createServer((near) => {
    const far = connect(targetPort, "127.0.0.1");
    near.pipe(far).pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.on("error", () => {});
      socket.on("close", () => other.destroy());
    }
    sockets.add(near);
    near.on("close", () => sockets.delete(near));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of sockets) {
      cutCount += 1;
      socket.resetAndDestroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    get cutCount() {
      return cutCount;
    },
    cut,
    async close() {
      server.close();
      cut();
      await once(server, "close");
    },
  };
}
