// The package as users get it: packed from a copy of this folder, and installed by npm in an empty
// one. Its command starts it, and the official SDKs use it.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import ts from "typescript";
import { describeAuthorization } from "../transports/sdk/describe-authorization.ts";
import { describeFirestore } from "../transports/sdk/describe-firestore.ts";
import type { ConnectOptions, TestClient } from "../transports/sdk/test-client.ts";
import { connectAdminClient } from "../transports/sdk/admin-client.ts";
import { connectWebClient } from "../transports/sdk/web-client.ts";

const run = promisify(execFile);
const folder = fileURLToPath(new URL("../..", import.meta.url));
const repository = fileURLToPath(new URL("../../..", import.meta.url));

const typedProgram = `
import { startFirestore, type Denial, type RunningFirestore, type SavedData } from "@meetogram/embedded-firestore";
const firestore: RunningFirestore = await startFirestore({ rules: "", onDenied: (line: string, denial: Denial) => {} });
const data: SavedData = firestore.save();
const gaps: { line: number; gap: string }[] = [...firestore.coverage()];
// @ts-expect-error: a port is a number.
await startFirestore({ port: "8080", data });
export { gaps };
`;

describe("the package", () => {
  let work: string;
  let installed: string;
  let files: string[];
  let stop: (() => Promise<void>) | undefined;
  let host = "";

  before(async () => {
    work = await mkdtemp(join(tmpdir(), "embedded-firestore-"));
    // A copy, because packing exchanges the manifest for a moment.
    const copy = join(work, "source", "embedded-firestore");
    const isSource = (path: string): boolean => !["node_modules", "dist", "test"].includes(basename(path));
    await cp(folder, copy, { recursive: true, filter: (path) => path === folder || isSource(path) });
    for (const name of ["tsconfig.base.json", "LICENSE"]) {
      await cp(join(repository, name), join(work, "source", name));
    }
    await symlink(join(repository, "node_modules"), join(work, "source", "node_modules"));
    await symlink(join(folder, "node_modules"), join(copy, "node_modules"));
    const before = await readFile(join(copy, "package.json"), "utf8");
    const { stdout } = await run("npm", ["pack", "--json", "--offline", "--pack-destination", work], { cwd: copy });
    const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as [
      { filename: string; files: readonly { path: string }[] },
    ];
    files = packed.files.map(({ path }) => path);
    expect(await readFile(join(copy, "package.json"), "utf8"), "packing leaves the folder as it was").to.equal(before);
    expect(await readdir(copy)).not.to.include.members(["dist", "LICENSE", ".package.repository.json"]);

    const consumer = join(work, "consumer");
    installed = join(consumer, "node_modules", "@meetogram", "embedded-firestore");
    await mkdir(consumer);
    await writeFile(join(consumer, "package.json"), JSON.stringify({ type: "module" }));
    const install = ["install", join(work, packed.filename), "--prefer-offline", "--no-audit", "--no-fund"];
    await run("npm", install, { cwd: consumer });
  });
  after(async () => {
    await stop?.();
    await rm(work, { recursive: true, force: true });
  });

  type Manifest = Record<string, unknown> & { dependencies: Record<string, string> };
  const manifest = async (): Promise<Manifest> =>
    JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as Manifest;

  it("has built JavaScript, declarations, the page, the schema, the licence and the README", () => {
    const others = files.filter((file) => !file.endsWith(".d.ts") && !/^dist\/chunk-\w+\.js$/.test(file));
    expect(others).to.have.members([
      "LICENSE",
      "README.md",
      "package.json",
      "dist/index.js",
      "dist/main.js",
      "dist/firestore-v1.json",
      ...["page.html", "page.css", "page.js", "documents.js", "words.js"].map((name) => `dist/files/${name}`),
    ]);
    expect(files).to.include("dist/types/index.d.ts");
  });

  it("depends on four packages, and runs nothing when it is installed", async () => {
    const { dependencies, ...others } = await manifest();
    expect(Object.keys(dependencies)).to.have.members([
      "@grpc/grpc-js",
      "proto3-json-serializer",
      "protobufjs",
      "re2js",
    ]);
    expect(others).not.to.have.any.keys("private", "scripts", "devDependencies", "peerDependencies");
    for (const file of files.filter((name) => name.endsWith(".js") && !name.includes("/files/"))) {
      const text = await readFile(join(installed, file), "utf8");
      for (const [, specifier = ""] of text.matchAll(/^(?:import|export) [^;]*?from "([^"]+)"/gms)) {
        const isKnown = specifier.startsWith("./") || specifier.startsWith("node:") || specifier in dependencies;
        expect(isKnown, `${file} imports ${specifier}`).to.equal(true);
      }
    }
  });

  it("has types that a strict program can use without any other types", async () => {
    const consumer = join(work, "consumer");
    const program = join(consumer, "program.ts");
    await writeFile(program, typedProgram);
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2022.d.ts"],
      types: [],
    };
    const compiled = ts.createProgram([program], options);
    const messages = ts
      .getPreEmitDiagnostics(compiled)
      .map(({ messageText, file }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
    expect(messages).to.deep.equal([]);
  });

  it("brings nothing from anywhere but the registry", async () => {
    const lock = JSON.parse(await readFile(join(work, "consumer", "package-lock.json"), "utf8")) as {
      packages: Record<string, { resolved?: string }>;
    };
    const { "": _consumer, [`node_modules/@meetogram/embedded-firestore`]: own, ...others } = lock.packages;
    expect(own?.resolved).to.match(/^file:/);
    expect(Object.keys(others)).to.include("node_modules/@grpc/grpc-js");
    // npm can be told to leave out the addresses of the registry.
    const foreign = Object.values(others).filter(({ resolved }) => !/^https:|^undefined/.test(String(resolved)));
    expect(foreign).to.deep.equal([]);
  });

  describe("started by its command in an empty folder", () => {
    before(async () => {
      const empty = join(work, "empty");
      await mkdir(empty);
      await writeFile(join(empty, "my.rules"), "service cloud.firestore { match /databases/{d}/documents {} }");
      const command = join(work, "consumer", "node_modules", ".bin", "embedded-firestore");
      const child = spawn(command, ["--rules", "my.rules", "--port", "0"], {
        cwd: empty,
        stdio: ["ignore", "pipe", "inherit"],
        // Without the loader of the test run.
        env: { ...process.env, NODE_OPTIONS: "" },
      });
      const exit = once(child, "exit");
      stop = async () => {
        child.kill("SIGTERM");
        await exit;
      };
      let output = "";
      await new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        // It goes on to be read: the program prints each denial.
        child.stdout.on("data", (chunk: Buffer) => {
          output += chunk.toString();
          host = /FIRESTORE_EMULATOR_HOST=(\S+)/.exec(output)?.[1] ?? host;
          if (host !== "") resolve();
        });
      });
      expect(host, output).not.to.equal("");
    });

    it("serves the page for people", async () => {
      for (const path of ["ui", "ui/page.js", "ui/page.css", "ui/documents.js", "ui/words.js"]) {
        expect((await fetch(`http://${host}/${path}`)).status, path).to.equal(200);
      }
    });

    const connect = (options: ConnectOptions): Promise<TestClient> =>
      Promise.resolve(connectWebClient({ ...options, host: "127.0.0.1", port: Number(host.split(":").at(-1)) }));
    describeFirestore("the package with the JS SDK", connect);
    describeFirestore("the package with firebase-admin", ({ project }) =>
      Promise.resolve(connectAdminClient({ project, host })),
    );
    describeAuthorization("the package", { host: () => host, connect });
  });
});
