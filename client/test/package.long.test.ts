// The package as users get it: built, packed, and installed by npm in an empty folder. Plain Node
// uses it, a bundler, and a TypeScript that knows neither the contract nor valibot.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
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
  /** Of the tarball, in bytes. */
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const program = `
import { ApiError, createClient } from "@meetogram/client";
const client = createClient({ baseURL: process.argv[2] });
const { userID } = await client.generateID();
const code = await client.room({ uuid: userID }).catch((error) => error instanceof ApiError && error.code);
console.log(JSON.stringify({ userID, code }));
`;

const roomProgram = `
import { ApiError } from "@meetogram/client";
import { createLinkKey, enterRoom, formatRoomLink, parseRoomLink, proveLink, RoomError } from "@meetogram/client/room";
const codes = [];
async function tryLink(link) {
  const error = await enterRoom({ link, name: "Ann" }).catch((error) => error);
  codes.push(error instanceof RoomError && error.code, error.cause instanceof ApiError);
}
const key = createLinkKey();
const link = formatRoomLink({ origin: process.argv[2], uuid: process.argv[3], key });
await tryLink(link.slice(0, -1));
await tryLink(link);
const { linkProof } = await proveLink(parseRoomLink(link).key);
console.log(JSON.stringify({ codes, linkProof: linkProof.length }));
`;

const typedProgram = `
import { createClient, type ErrorCode, type RequestOf } from "@meetogram/client";
import { MeetogramRoom, type MeetogramRoomEvents } from "@meetogram/client/element";
import { connectToOthers, createSealing, enterRoom, RoomError, type Peer, type Signal } from "@meetogram/client/room";
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
const entered = await enterRoom({ link: "https://meet.example/r/", name: "Ann", password: "tea" });
const others = connectToOthers({
  room: entered,
  onReached: (peer: Peer) => peer.send({ type: "hand", order: 1 }),
  onMessage(peer, message) {
    const text: string | null = message.type === "chat" ? message.message.text : null;
    // @ts-expect-error: the package answers this itself.
    console.log(peer.connection.connectionState, text, message.type === "ping");
  },
});
// @ts-expect-error: a reaction is one of six.
others.sendToAll({ type: "reaction", emoji: "☕" });
const why: "left" | "removed" | "moved" | "ended" = await entered.ended;
const sealing = await createSealing({ uuid: "", key: new Uint8Array(16) });
const signal: Signal = (await sealing.openSignal("", "", "")).signal;
const isFull = (error: unknown) => error instanceof RoomError && error.code === "room-full";
export { code, isFull, none, role, signal, urls, why };
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
  let packedBytes: number;

  const imports = (entry: string) => `await import("@meetogram/client${entry}");`;
  /** Without the loader of the test run. */
  const inConsumer = () => ({ cwd: consumer, env: { ...process.env, NODE_OPTIONS: "" } });

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
    packedBytes = packed.size;
    await writeFile(join(consumer, "package.json"), JSON.stringify({ type: "module" }));
    await run(npm, ["install", `./${packed.filename}`, "--offline", "--no-audit", "--no-fund"], { cwd: consumer });
  });

  after(() => rm(consumer, { recursive: true, force: true }));

  it("has the three entries, what they share, their declarations and licences, and nothing else", () => {
    const shared = /^shared-[A-Z0-9]+\.js$/;
    const others = files.filter((file) => !file.endsWith(".d.ts") && !shared.test(file));
    expect(others).to.have.members([
      ...["index.js", "element.js", "room.js"],
      ...["LICENSE", "README.md", "package.json", "third-party-notices.txt"],
    ]);
    expect(files).to.include.members(["index.d.ts", "client.d.ts", "contract.d.ts", "element.d.ts", "room/index.d.ts"]);
    expect(packedBytes).to.be.below(60_000);
  });

  it("depends on nothing, not even for types, and only the room on Firebase, when it is entered", async () => {
    const installed = join(consumer, "node_modules", "@meetogram", "client");
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect(manifest).to.include({ name: "@meetogram/client", type: "module" });
    expect(manifest).not.to.have.any.keys("dependencies", "devDependencies", "private", "scripts");
    expect(manifest["peerDependencies"]).to.have.all.keys(Object.keys(manifest["peerDependenciesMeta"] as object));
    const foreign = new Set<string>();
    for (const file of files.filter((name) => /\.(js|ts)$/.test(name))) {
      const text = await readFile(join(installed, file), "utf8");
      for (const [, specifier = ""] of text.matchAll(/(?:from|import\(?) ?"([^"]+)"/g)) {
        if (!specifier.startsWith(".")) foreign.add(specifier);
      }
    }
    expect([...foreign]).to.have.members(["firebase/app", "firebase/auth", "firebase/firestore"]);
    // npm has installed no peer, and both entries are loaded all the same.
    expect(await readdir(join(consumer, "node_modules"))).not.to.include("firebase");
    await run(process.execPath, ["--input-type=module", "-e", `${imports("")}${imports("/room")}`], inConsumer());
  });

  it("names the licences of all that is in it", async () => {
    const notices = await readFile(join(consumer, "node_modules/@meetogram/client/third-party-notices.txt"), "utf8");
    expect([...notices.matchAll(/^## (\S+) - /gm)].map(([, name]) => name)).to.deep.equal(["valibot"]);
    expect(notices).to.include("Permission is hereby granted");
  });

  it("works in plain Node", async () => {
    const userID = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
    const notFound = { code: "room-not-found", message: "No." };
    const server = await startFaultyServer({ status: 200, json: { userID } }, { status: 404, json: notFound });
    try {
      await writeFile(join(consumer, "program.js"), program);
      const { stdout } = await run(process.execPath, ["program.js", server.url], inConsumer());
      expect(JSON.parse(stdout)).to.deep.equal({ userID, code: "room-not-found" });
      expect(server.requests.map(({ url }) => url)).to.deep.equal(["/user/generateID", `/room/${userID}`]);
    } finally {
      server.close();
    }
  });

  it("enters a room in plain Node, with Firebase beside it, and says why not", async () => {
    const firebase = { firebase: { projectId: "demo", apiKey: "demo" } };
    const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
    const notFound = { code: "room-not-found", message: "No." };
    // Which of the two requests comes first is not said.
    const either = { status: 200, json: { ...firebase, userID: uuid } };
    const server = await startFaultyServer(either, either, { status: 404, json: notFound });
    const linked = join(consumer, "node_modules", "firebase");
    try {
      await symlink(fileURLToPath(new URL("../../node_modules/firebase", import.meta.url)), linked, "junction");
      await writeFile(join(consumer, "room.js"), roomProgram);
      const { stdout } = await run(process.execPath, ["room.js", server.url, uuid], inConsumer());
      const codes = ["link-damaged", false, "room-not-found", true];
      expect(JSON.parse(stdout)).to.deep.equal({ codes, linkProof: 43 });
    } finally {
      await rm(linked, { force: true });
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
    expect(Object.keys(metafile.inputs).filter((path) => /(element|room)\.js$/.test(path))).to.deep.equal([]);
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
