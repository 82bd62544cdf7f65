// The ports of a local run. The defaults are those of the Emulator Suite. A busy port is reported
// before anything starts.
import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { Failure } from "./failure.ts";

export interface Ports {
  readonly hosting: number;
  readonly functions: number;
  readonly firestore: number;
  readonly auth: number;
}

export type InternalPorts = Readonly<Record<"hub" | "logging" | "eventarc" | "tasks", number>>;

export const defaultPorts: Ports = { hosting: 5000, functions: 5001, firestore: 8080, auth: 9099 };
export const defaultUIPort = 4000;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Throws a Failure that names the first busy port and the option that changes it. */
export async function checkPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new Failure(
      `Port ${port} (${name}) is in use. Stop what uses it, or choose another: npm start -- --${name}-port ${port + 10}`,
    );
  }
}

// Above the ports that browsers refuse. Below the ports that Linux, macOS and Windows give to
// outgoing connections, which could take a free port before it is used.
const firstPort = 20_000;
const lastPort = 32_000;
/** More than a system needs. */
const blockSize = 20;
const attempts = 200;

/** The unused rest of the block that this process owns. */
let block = { next: 0, end: 0 };

/**
 * A block of ports belongs to the process that listens on its first port. When several runs start
 * together, none takes a free port that another one has found and not used yet.
 */
function claimBlock(): Promise<typeof block | null> {
  const base = firstPort + blockSize * randomInt((lastPort - firstPort) / blockSize);
  const holder = createServer();
  return new Promise((resolve) => {
    holder.once("error", () => resolve(null));
    holder.listen(base, "127.0.0.1", () => {
      holder.unref();
      resolve({ next: base + 1, end: base + blockSize });
    });
  });
}

/** A free port on 127.0.0.1 that no other run takes. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (block.next === block.end) block = (await claimBlock()) ?? block;
    if (block.next === block.end) continue;
    const port = block.next++;
    if (await isFree(port)) return port;
  }
  throw new Failure(`No free port was found between ${firstPort} and ${lastPort} in ${attempts} attempts.`);
}

async function findFreePortFor<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>> {
  const found: [Name, number][] = [];
  for (const name of names) found.push([name, await findFreePort()]);
  return Object.fromEntries(found) as Record<Name, number>;
}

/** Free ports for a run beside others, as in tests and benchmarks. */
export const findFreePorts = (): Promise<Ports> => findFreePortFor(["hosting", "functions", "firestore", "auth"]);

/**
 * Free ports for the internal services of the Suite. By default, two Suites that start together
 * choose the same ones, and one of them fails.
 */
export const findInternalPorts = (): Promise<InternalPorts> => findFreePortFor(["hub", "logging", "eventarc", "tasks"]);
