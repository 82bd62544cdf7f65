import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { useProgram } from "./program.ts";

describe("the command line", () => {
  const program = useProgram();

  it("serves, says who has access, and stops with Ctrl-C", async () => {
    const output = await program.outputUntil(/No rules were given/, ["--port", "0"]);
    const host = /FIRESTORE_EMULATOR_HOST=(\S+)/.exec(output)?.[1];
    const response = await fetch(`http://${host}/`);
    expect(await response.text()).to.match(/^Ok/);
    const exit = once(program.child as ChildProcess, "exit");
    program.child?.kill("SIGINT");
    const [code] = (await exit) as [number | null];
    expect(code).to.equal(0);
  });
});
