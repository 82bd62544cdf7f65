import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const program = fileURLToPath(new URL("../../bin/embedded-firestore.mjs", import.meta.url));

describe("the command line", function () {
  this.timeout(60_000);
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill("SIGKILL"));

  async function outputUntil(fits: RegExp, args: string[]): Promise<string> {
    const started = (child = spawn(process.execPath, [program, ...args], { stdio: "pipe" }));
    let output = "";
    return new Promise((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        if (fits.test(output)) resolve(output);
      };
      started.stdout.on("data", read);
      started.stderr.on("data", read);
      started.once("close", () => reject(new Error(`it ended and said: ${output}`)));
    });
  }

  it("serves, says who has access, and stops with Ctrl-C", async () => {
    const output = await outputUntil(/No rules were given/, ["--port", "0"]);
    const host = /FIRESTORE_EMULATOR_HOST=(\S+)/.exec(output)?.[1];
    const response = await fetch(`http://${host}/`);
    expect(await response.text()).to.match(/^Ok/);
    child?.kill("SIGINT");
    const [code] = (await once(child as ChildProcess, "exit")) as [number | null];
    expect(code).to.equal(0);
  });

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
    const output = await outputUntil(/No rules were given/, args);
    expect(output)
      .to.contain("Ignored: --single_project_mode.")
      .and.to.contain("WARNING: anybody who can reach 0.0.0.0:");
  });

  it("rejects an address that others can reach", async () => {
    const output = await outputUntil(/loopback/, ["--host", "0.0.0.0", "--port", "0"]);
    expect(output).not.to.contain("ready");
  });
});
