// `npm start -- --import FILE --export-on-exit FILE`: what one run has made is there in the next.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { end, portArguments, roomsIn, start, waitForReady, waitForRoom } from "./run.ts";

describe("npm start with a file of documents", () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), "meetogram-kept-"))));
  after(() => rm(folder, { recursive: true }));

  it("begins without the file, and has its room in the next run, for the rest of its day", async () => {
    const [ports, file] = [await findFreePorts(), join(folder, "documents.json")];
    const kept = ["--import", file, "--export-on-exit", file];
    const first = start([...portArguments(ports), "--seed", ...kept]);
    let uuid = "";
    try {
      uuid = await waitForRoom(first);
    } finally {
      await end(first, ports);
    }
    expect(roomsIn(file)).to.deep.equal([uuid]);

    const second = start([...portArguments(ports), ...kept]);
    try {
      await waitForReady(second, ports);
      const answer = await fetch(`http://127.0.0.1:${ports.hosting}/room/${uuid}`);
      const { expiresAt, hasLinkProof } = (await answer.json()) as { expiresAt: string; hasLinkProof: boolean };
      expect(hasLinkProof).to.equal(true);
      expect(Date.parse(expiresAt)).to.be.above(Date.now() + 23 * 3_600_000);
    } finally {
      await end(second, ports);
    }
  });
});
