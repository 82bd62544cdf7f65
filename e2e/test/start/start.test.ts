// `npm start` itself: its ready line, its refusals, and that Ctrl-C leaves nothing behind.
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readDataFile } from "@meetogram/embedded-firestore";
import { findFreePorts, type Ports } from "../../scripts/system/ports.ts";
import { root } from "../../scripts/system/start-system.ts";
import { eventually } from "./support/eventually.ts";

/** A busy machine needs long to build and to start the Emulator Suite. */
const readyWithinMs = 120_000;

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

function start(args: readonly string[]): Run {
  const child = spawn(process.execPath, [join(root, "scripts", "bootstrap.mjs"), "start", ...args], { cwd: root });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, ended, output: () => output };
}

function portArguments(ports: Ports): string[] {
  return Object.entries(ports).flatMap(([name, port]) => [`--${name}-port`, String(port)]);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Connects to a room, signs in, and asks for all rooms. Resolves to the user ID. */
async function beDenied(ports: Ports): Promise<string> {
  const post = async (url: string, body: object, headers = {}): Promise<Record<string, string>> => {
    const init = { method: "POST", headers: { "content-type": "application/json", ...headers } };
    return (await (await fetch(url, { ...init, body: JSON.stringify(body) })).json()) as Record<string, string>;
  };
  const site = `http://127.0.0.1:${ports.hosting}`;
  const auth = `http://127.0.0.1:${ports.auth}/identitytoolkit.googleapis.com/v1`;
  const documents = `http://127.0.0.1:${ports.firestore}/v1/projects/demo-meetogram/databases/(default)/documents`;
  const { uuid } = await post(`${site}/create`, {});
  const userID = randomUUID();
  const request = { uuid, userID, session: randomUUID(), constraints: { audio: true, video: true } };
  const { token } = await post(`${site}/connect`, request);
  const { idToken } = await post(`${auth}/accounts:signInWithCustomToken?key=k`, { token, returnSecureToken: true });
  const answer = await fetch(`${documents}/rooms`, { headers: { authorization: `Bearer ${idToken}` } });
  expect(answer.status).to.equal(403);
  return userID;
}

describe("npm start", () => {
  it("says in one line when it is ready, and ends everything on Ctrl-C", async () => {
    const ports = await findFreePorts();
    const folder = await mkdtemp(join(tmpdir(), "meetogram-start-"));
    const file = join(folder, "documents.json");
    const run = start([...portArguments(ports), "--import", file, "--export-on-exit", file]);
    const ready = new RegExp(`^meetogram is ready on http://127\\.0\\.0\\.1:${ports.hosting} `, "m");
    try {
      await Promise.race([
        run.ended,
        eventually(
          "the ready line",
          async () => run.output(),
          (text) => ready.test(text),
          readyWithinMs,
        ),
      ]);
      const page = await fetch(`http://127.0.0.1:${ports.hosting}/`);
      expect(await page.text()).to.include("meetogram");
      const userID = await beDenied(ports);
      const denied = () => Promise.resolve(run.output());
      const printed = await eventually("the denial", denied, (text) => text.includes("denied: list rooms"));
      expect(printed).not.to.include(userID).and.not.include("meetogram-");
      expect(printed).to.include(`http://127.0.0.1:${ports.firestore}/ui`);
      expect((await fetch(`http://127.0.0.1:${ports.firestore}/ui`)).status).to.equal(200);
    } finally {
      run.child.kill("SIGINT");
    }
    expect(await run.ended).to.equal(0);
    for (const port of Object.values(ports)) {
      await eventually(
        `port ${port} to be free`,
        () => isFree(port),
        (free) => free,
      );
    }
    const saved = readDataFile(file)?.["projects/demo-meetogram/databases/(default)"] ?? {};
    expect(Object.keys(saved).filter((path) => /^rooms\/[^/]+$/.test(path))).to.have.length(1);
    await rm(folder, { recursive: true });
  });

  it("refuses a file of documents that is not there, and says what to do", async () => {
    const run = start([...portArguments(await findFreePorts()), "--import", "none.json"]);
    expect(await run.ended).to.equal(1);
    expect(run.output()).to.include("There is no none.json.").and.include("--export-on-exit");
  });

  it("names a busy port and the option that changes it", async () => {
    const ports = await findFreePorts();
    const server = createServer().listen(ports.auth, "127.0.0.1");
    try {
      const run = start(portArguments(ports));
      expect(await run.ended).to.equal(1);
      expect(run.output().trim()).to.match(
        new RegExp(`^Port ${ports.auth} \\(auth\\) is in use\\..*--auth-port \\d+$`),
      );
    } finally {
      server.close();
    }
  });

  it("refuses an unknown option and lists the known ones", async () => {
    const run = start(["--wrong"]);
    expect(await run.ended).to.equal(1);
    expect(run.output()).to.include("--wrong").and.include("--official");
  });
});
