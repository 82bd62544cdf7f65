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
});
