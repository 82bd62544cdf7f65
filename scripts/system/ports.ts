// The ports of a local run. The defaults are the Emulator Suite's own; a busy one is told before anything starts.
import { createServer } from "node:net";
import { Failure } from "./failure.ts";

export interface Ports {
  readonly hosting: number;
  readonly functions: number;
  readonly firestore: number;
  readonly auth: number;
}

export const defaultPorts: Ports = { hosting: 5000, functions: 5001, firestore: 8080, auth: 9099 };

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}

/** Throws a Failure that names the first busy port and the option that changes it. */
export async function checkPorts(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    await listen(port).catch(() => {
      throw new Failure(
        `Port ${port} (${name}) is in use. Stop what uses it, or choose another: npm start -- --${name}-port ${port + 10}`,
      );
    });
  }
}

/** A free port of the system's choice on 127.0.0.1. */
export function findFreePort(): Promise<number> {
  return listen(0);
}

/** Free ports for a run beside others (tests, benchmarks). */
export async function findFreePorts(): Promise<Ports> {
  const [hosting, functions, firestore, auth] = await Promise.all([listen(0), listen(0), listen(0), listen(0)]);
  return { hosting, functions, firestore, auth };
}
