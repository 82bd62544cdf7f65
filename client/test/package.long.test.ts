// The package as users get it: built, packed, and installed by npm in an empty folder. Plain Node
// uses it, a bundler, and a TypeScript that knows neither the contract nor valibot.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { build } from "esbuild";
import ts from "typescript";
import { startFaultyServer } from "./stage/faulty-server.ts";

const run = promisify(execFile);
const folder = fileURLToPath(new URL("..", import.meta.url));

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
import { MeetogramRoom, type MeetogramRoomEvents } from "@meetogram/client/element";
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
const room = new MeetogramRoom();
room.link = "https://meet.example/r/";
room.addEventListener("meetogram-left", (event) => {
  const reason: string = (event as MeetogramRoomEvents["meetogram-left"]).detail.reason;
  console.log(reason);
});
// @ts-expect-error: the element has no such method.
room.listen();
export { code, none, role, urls };
`;

const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles like tsc with these arguments in `folder`; returns the errors. TypeScript's own
 * libraries are parsed once for all calls, and are not checked.
 */
function compile(folder: string, args: readonly string[]): string[] {
  const { options, fileNames, errors } = ts.parseCommandLine(args);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (path, ...rest) => {
    if (!/\/typescript\/lib\/lib\.[^/]+$/.test(path)) return getSourceFile.call(host, path, ...rest);
    if (!libraries.has(path)) libraries.set(path, getSourceFile.call(host, path, ...rest));
    return libraries.get(path);
  };
  const program = ts.createProgram(fileNames, options, host);
  const checked = program.getSourceFiles().filter((file) => !program.isSourceFileDefaultLibrary(file));
  const faults = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...checked.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("the package", () => {
  let consumer: string;
  let files: string[];

  before(async function () {
    this.timeout(120_000);
    // In this process, which needs TypeScript anyway.
    await import(new URL("../build/build.mjs", import.meta.url).href);
    consumer = await mkdtemp(join(tmpdir(), "meetogram-client-"));
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const pack = ["pack", "./dist", "--json", "--offline", "--pack-destination", consumer];
    const { stdout } = await run(npm, pack, { cwd: folder });
    const [packed] = JSON.parse(stdout) as [Packed];
    files = packed.files.map(({ path }) => path);
    await writeFile(join(consumer, "package.json"), JSON.stringify({ type: "module" }));
    await run(npm, ["install", `./${packed.filename}`, "--offline", "--no-audit", "--no-fund"], { cwd: consumer });
  });

  after(() => rm(consumer, { recursive: true, force: true }));

  it("has the two modules, their declarations, the manifest, the licence and the README, and nothing else", () => {
    const others = files.filter((file) => !file.endsWith(".d.ts"));
    expect(others).to.have.members(["LICENSE", "README.md", "index.js", "element.js", "package.json"]);
    expect(files).to.include.members(["index.d.ts", "client.d.ts", "contract.d.ts", "element.d.ts"]);
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

  it("works in plain Node", async () => {
    const userID = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
    const notFound = { code: "room-not-found", message: "No." };
    const server = await startFaultyServer({ status: 200, json: { userID } }, { status: 404, json: notFound });
    try {
      await writeFile(join(consumer, "program.js"), program);
      const { stdout } = await run(process.execPath, ["program.js", server.url], {
        cwd: consumer,
        // Without the loader of the test run.
        env: { ...process.env, NODE_OPTIONS: "" },
      });
      expect(JSON.parse(stdout)).to.deep.equal({ userID, code: "room-not-found" });
      expect(server.requests.map(({ url }) => url)).to.deep.equal(["/user/generateID", `/room/${userID}`]);
    } finally {
      server.close();
    }
  });

  it("is bundled for browsers, with what a page uses and nothing of the rest", async () => {
    const contents = `import { createClient } from "@meetogram/client"; console.log(createClient({ baseURL: "/" }));`;
    const { outputFiles, metafile } = await build({
      stdin: { contents, resolveDir: consumer },
      bundle: true,
      platform: "browser",
      format: "esm",
      minify: true,
      metafile: true,
      write: false,
    });
    expect(Object.keys(metafile.inputs).filter((path) => path.endsWith("element.js"))).to.deep.equal([]);
    expect(outputFiles[0]!.text).not.to.match(/\b(?:import|require)\b\s*[("']/);
  });

  for (const resolution of [
    ["--module", "nodenext"],
    ["--module", "preserve", "--moduleResolution", "bundler"],
  ]) {
    it(`is typed for ${resolution.at(-1)}`, async function () {
      this.timeout(60_000);
      await writeFile(join(consumer, "typed.ts"), typedProgram);
      const options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2023,dom", ...resolution];
      expect(compile(consumer, [...options, join(consumer, "typed.ts")])).to.deep.equal([]);
    });
  }
});
