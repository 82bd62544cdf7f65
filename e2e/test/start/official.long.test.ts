// The official Emulator Suite, with stand-ins for Java and for Google's downloads: by
// `npm start -- --official`, and by `firebase emulators:start` as people type it.
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { writeLocalConfig, type LocalConfig } from "../../../scripts/system/local-config.ts";
import { findFreePort, findFreePorts, findInternalPorts, type Ports } from "../../../scripts/system/ports.ts";
import { root } from "../../../scripts/system/start-system.ts";
import { createStandIn, downloads } from "./java-stand-in.ts";
import { portArguments, runNode, start, waitForOutput, waitForReady, type Run } from "./run.ts";

const cli = join(root, "node_modules", "firebase-tools", "lib", "bin", "firebase.js");
const jar = downloads.firestore.downloadPathRelativeToCacheDir;

describe("the official Emulator Suite", () => {
  let folder: string;
  let proxy: Server;
  /** The hosts that somebody wanted to reach through the proxy, which reaches nobody. */
  const wanted: string[] = [];
  let offline: Record<string, string>;

  before(async function () {
    // The stand-in for Java is a script with an interpreter line.
    if (process.platform === "win32") this.skip();
    folder = mkdtempSync(join(tmpdir(), "meetogram-suite-"));
    proxy = createServer((_, response) => response.writeHead(502).end());
    proxy.on("connect", ({ url }, socket) => {
      wanted.push(String(url));
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    await once(proxy.listen(0, "127.0.0.1"), "listening");
    offline = { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  });
  after(() => {
    proxy?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An export as the Firebase CLI writes it. */
  function writeExport(): string {
    const path = join(folder, "data");
    mkdirSync(join(path, "firestore_export"), { recursive: true });
    const firestore = {
      version: "1.22.0",
      path: "firestore_export",
      metadata_file: "firestore_export/firestore_export.overall_export_metadata",
    };
    writeFileSync(join(path, firestore.metadata_file), "");
    writeFileSync(join(path, "firebase-export-metadata.json"), JSON.stringify({ version: "15.0.0", firestore }));
    return path;
  }

  async function expectMeeting(ports: Ports, uiPort: number): Promise<void> {
    const site = `http://127.0.0.1:${ports.hosting}`;
    const page = await fetch(site);
    expect(page.headers.get("content-security-policy")).to.include(`http://127.0.0.1:${ports.firestore}`);
    const config = (await (await fetch(`${site}/config.json`)).json()) as { emulators: unknown };
    expect(config.emulators).to.deep.include({ firestore: { host: "127.0.0.1", port: ports.firestore } });
    const { uuid } = (await (await fetch(`${site}/create`, { method: "POST" })).json()) as { uuid: string };
    expect((await fetch(`${site}/room/${uuid}`)).status).to.equal(200);
    expect(await (await fetch(`http://127.0.0.1:${uiPort}`)).text()).to.equal("stand-in of the Emulator UI");
  }

  it("is started by npm start -- --official with Java 25, the Emulator UI, a seed and kept data", async () => {
    const standIn = createStandIn(join(folder, "official"));
    const [ports, uiPort] = [await findFreePorts(), await findFreePort()];
    const [data, kept] = [writeExport(), join(folder, "kept")];
    const args = [...portArguments(ports), "--ui-port", String(uiPort), "--seed", "--import", data];
    const run = start(["--official", ...args, "--export-on-exit", kept], standIn.env);
    try {
      await waitForReady(run, ports);
      await waitForOutput(run, new RegExp(`Emulator UI\\): http://127\\.0\\.0\\.1:${uiPort}$`, "m"));
      await waitForOutput(run, /^A room to look at, for a day: \S+$/m);
      await expectMeeting(ports, uiPort);
      const [call = ""] = standIn.calls();
      expect(call).to.include(`${jar} --host 127.0.0.1 --port ${ports.firestore}`);
      expect(call).to.include("--rules").and.include("firestore.rules").and.include("--seed_from_export");
    } finally {
      run.child.kill("SIGINT");
      await run.ended;
    }
    const log = await readFile(join(root, ".local", `emulators-${ports.hosting}.log`), "utf8");
    expect(log).to.include("exporting data").and.include(kept);
  });

  describe("started by firebase emulators:start", () => {
    let ports: Ports;
    let uiPort: number;
    let config: LocalConfig;

    before(async () => {
      [ports, uiPort] = [await findFreePorts(), await findFreePort()];
      const internalPorts = await findInternalPorts();
      // What `npm run build` writes, with ports that nobody else uses.
      config = writeLocalConfig(root, { name: `local-${ports.hosting}`, ports, uiPort, internalPorts });
    });
    after(() => config.remove());

    function startSuite(env: Readonly<Record<string, string>>): Run {
      return runNode([cli, "emulators:start", "--config", config.configFile], env);
    }

    it("serves the whole site", async () => {
      const run = startSuite(createStandIn(join(folder, "suite"), { version: "21.0.5" }).env);
      try {
        await waitForOutput(run, /All emulators ready/);
        await expectMeeting(ports, uiPort);
      } finally {
        run.child.kill("SIGINT");
      }
      expect(await run.ended).to.equal(0);
    });

    it("begins with the download of the Firestore emulator, where it has never run", async () => {
      const { env } = createStandIn(join(folder, "download"), { hasDownloads: false });
      const run = startSuite({ ...env, ...offline });
      await waitForOutput(run, new RegExp(`downloading ${jar.replaceAll(".", "\\.")}`));
      expect(await run.ended).to.equal(1);
      expect(wanted).to.include("storage.googleapis.com:443");
    });

    it("says that Java is too old, and so does npm start before it builds anything", async () => {
      const { env } = createStandIn(join(folder, "old"), { version: "17.0.15" });
      const suite = startSuite(env);
      expect(await suite.ended).to.equal(1);
      expect(suite.output()).to.include("Java version before 21");
      const run = start(["--official"], env);
      expect(await run.ended).to.equal(1);
      expect(run.output().trim()).to.match(/^--official needs Java 21 or later, and this is 17\./);
    });
  });
});
