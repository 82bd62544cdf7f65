import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { useProgram } from "./program.ts";

// Its two lines come through two pipes, in either order.
const READY_WITH_WARNING = /No rules were given[^]*WARNING.*\n|WARNING.*\n[^]*No rules were given/;

describe("the command line", () => {
  const program = useProgram();

  it("accepts the official flags, and warns about an address that others can reach", async () => {
    const args = [
      "--host=0.0.0.0",
      "--port",
      "0",
      "--project-id",
      "p",
      "--single_project_mode",
      "true",
      "--allow-remote",
    ];
    const output = await program.outputUntil(READY_WITH_WARNING, args);
    expect(output)
      .to.contain("Ignored: --single_project_mode.")
      .and.to.contain("WARNING: anybody who can reach 0.0.0.0:");
  });

  it("rejects an address that others can reach", async () => {
    const output = await program.outputUntil(/loopback/, ["--host", "0.0.0.0", "--port", "0"]);
    expect(output).not.to.contain("ready");
  });

  it("keeps the documents between two runs, on request", async () => {
    const folder = await mkdtemp(join(tmpdir(), "embedded-firestore-"));
    try {
      const file = join(folder, "data.json");
      const path = "v1/projects/demo-project/databases/(default)/documents/rooms/a";
      const headers = { Authorization: "Bearer owner" };
      const start = async (): Promise<string> => {
        const args = ["--port", "0", "--import", file, "--export-on-exit"];
        const output = await program.outputUntil(/No rules were given/, args);
        return /FIRESTORE_EMULATOR_HOST=(\S+)/.exec(output)?.[1] ?? "";
      };
      const stop = async (): Promise<void> => {
        const exit = once(program.child as ChildProcess, "exit");
        program.child?.kill("SIGTERM");
        expect(((await exit) as [number | null])[0]).to.equal(0);
      };
      const first = await start();
      const written = await fetch(`http://${first}/${path}`, { method: "PATCH", headers, body: "{}" });
      const document: unknown = await written.json();
      await stop();
      expect(await readFile(file, "utf8")).to.contain('"rooms/a"');
      const second = await start();
      expect(await (await fetch(`http://${second}/${path}`, { headers })).json()).to.deep.equal(document);
      await stop();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
