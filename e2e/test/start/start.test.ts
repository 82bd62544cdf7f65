// `npm start` itself: its ready line, its refusals, and that Ctrl-C leaves nothing behind.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { findFreePorts, type Ports } from "../../../scripts/system/ports.ts";
import { end, portArguments, roomsIn, start, waitForOutput, waitForReady, waitForRoom } from "./run.ts";

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
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), "meetogram-start-"))));
  after(() => rm(folder, { recursive: true }));

  it("says in one line when it is ready, and ends everything on Ctrl-C", async () => {
    const [ports, file] = [await findFreePorts(), join(folder, "documents.json")];
    const run = start([...portArguments(ports), "--seed", "--export-on-exit", file]);
    let seeded = "";
    try {
      await waitForReady(run, ports);
      const page = await fetch(`http://127.0.0.1:${ports.hosting}/`);
      expect(await page.text()).to.include("meetogram");
      const userID = await beDenied(ports);
      const [printed] = await waitForOutput(run, /[^]*denied: list rooms[^]*/);
      expect(printed).not.to.include(userID).and.not.include("meetogram-");
      expect(printed).to.include(`http://127.0.0.1:${ports.firestore}/ui`);
      expect((await fetch(`http://127.0.0.1:${ports.firestore}/ui`)).status).to.equal(200);
      seeded = await waitForRoom(run);
    } finally {
      await end(run, ports);
    }
    expect(roomsIn(file)).to.have.length(2).and.include(seeded);
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
