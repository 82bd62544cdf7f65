// The package as somebody gets it: built, packed, unpacked beside nothing else, and used by a plain Node and by a TypeScript that knows
// neither the contract nor valibot.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { startFaultyServer } from "./stage/faulty-server.ts";

const run = promisify(execFile);
const folder = fileURLToPath(new URL("..", import.meta.url));
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const program = `
import { ApiError, createClient } from "@meetogram/client";
const client = createClient({ baseURL: process.argv[2] });
const { userID } = await client.generateID();
const code = await client.room({ uuid: userID }).catch((error) => error instanceof ApiError && error.code);
console.log(JSON.stringify({ userID, code }));
`;

const typedProgram = `
import { createClient, type ErrorCode, type RequestOf } from "@meetogram/client";
const client = createClient();
const request: RequestOf<"connect"> = { uuid: "", userID: "", session: "", constraints: { audio: true, video: true } };
const role: "host" | "guest" = (await client.connect(request)).role;
const urls: string[] = (await client.connect(request)).iceServers.flatMap((server) => server.urls);
const code: ErrorCode = "room-full";
await client.createRoom({ capacity: 2 }, { idempotencyKey: "k" });
// @ts-expect-error: a seat needs a session.
await client.connect({ uuid: "", userID: "" });
// @ts-expect-error: no such code.
const none: ErrorCode = "coffee";
export { code, none, role, urls };
`;

describe("the package", () => {
  let consumer: string;
  let files: string[];

  before(async function () {
    this.timeout(120_000);
    await run(process.execPath, ["build/build.mjs"], { cwd: folder });
    consumer = await mkdtemp(join(tmpdir(), "meetogram-client-"));
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const pack = ["pack", "./dist", "--json", "--offline", "--pack-destination", consumer];
    const { stdout } = await run(npm, pack, { cwd: folder });
    const [packed] = JSON.parse(stdout) as [Packed];
    files = packed.files.map(({ path }) => path);
    const installed = join(consumer, "node_modules", "@meetogram", "client");
    await mkdir(installed, { recursive: true });
    await run("tar", ["-xzf", join(consumer, packed.filename), "-C", installed, "--strip-components=1"]);
    await writeFile(join(consumer, "package.json"), JSON.stringify({ type: "module" }));
  });

  after(() => rm(consumer, { recursive: true, force: true }));

  it("has the module, its declarations, the manifest, the licence and the README, and nothing else", () => {
    const others = files.filter((file) => !file.endsWith(".d.ts"));
    expect(others).to.have.members(["LICENSE", "README.md", "index.js", "package.json"]);
    expect(files).to.include.members(["index.d.ts", "client.d.ts", "contract.d.ts"]);
  });

  it("depends on nothing, not even for types", async () => {
    const installed = join(consumer, "node_modules", "@meetogram", "client");
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect(manifest).to.include({ name: "@meetogram/client", type: "module" });
    expect(manifest).not.to.have.any.keys("dependencies", "peerDependencies", "private", "scripts");
    for (const file of (await readdir(installed)).filter((name) => /\.(js|ts)$/.test(name))) {
      const text = await readFile(join(installed, file), "utf8");
      const imported = [...text.matchAll(/(?:from|import\() ?"([^"]+)"/g)].map(([, specifier]) => specifier);
      expect(
        imported.filter((specifier) => !specifier?.startsWith("./")),
        file,
      ).to.deep.equal([]);
    }
  });

  it("asks from a plain Node", async () => {
    const userID = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
    const notFound = { code: "room-not-found", message: "No." };
    const server = await startFaultyServer({ status: 200, json: { userID } }, { status: 404, json: notFound });
    try {
      await writeFile(join(consumer, "program.js"), program);
      const { stdout } = await run(process.execPath, ["program.js", server.url], {
        cwd: consumer,
        // No loader of the run's own.
        env: { ...process.env, NODE_OPTIONS: "" },
      });
      expect(JSON.parse(stdout)).to.deep.equal({ userID, code: "room-not-found" });
      expect(server.asked.map(({ url }) => url)).to.deep.equal(["/user/generateID", `/room/${userID}`]);
    } finally {
      server.close();
    }
  });

  for (const resolution of [
    ["--module", "nodenext"],
    ["--module", "preserve", "--moduleResolution", "bundler"],
  ]) {
    it(`is typed for ${resolution.at(-1)}`, async function () {
      this.timeout(60_000);
      await writeFile(join(consumer, "typed.ts"), typedProgram);
      const options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2023,dom", ...resolution];
      const checked = await run(process.execPath, [tsc, ...options, "typed.ts"], { cwd: consumer }).catch(
        (error: { readonly stdout?: string }) => error,
      );
      expect(checked.stdout).to.equal("");
    });
  }
});
