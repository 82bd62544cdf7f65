// What a new process loads, beside the bundle, until it has answered a request.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";

const script = `
  const { createServer, request } = require("node:http");
  const { name, path, method, body } = JSON.parse(process.argv[1]);
  const handle = require("./dist/index.cjs")[name];
  const nameOf = (file) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(file)?.[1] ?? [];
  const list = () => [...new Set(Object.keys(require.cache).flatMap(nameOf))];
  const atFirst = list();
  const server = createServer(handle).listen(0, "127.0.0.1", () => {
    const headers = body === undefined ? {} : { "content-type": "application/json", "content-length": body.length };
    request({ port: server.address().port, path, method, headers }, ({ statusCode }) => {
      console.log(JSON.stringify({ status: statusCode, atFirst, afterwards: list() }));
      process.exit();
    }).end(body);
  });`;

export interface Asked {
  readonly name: string;
  readonly path: string;
  readonly method?: "POST";
  readonly body?: string;
}

export interface LoadedPackages {
  /** Before the request. */
  readonly atFirst: readonly string[];
  readonly afterwards: readonly string[];
}

export async function listLoadedPackages(asked: Asked): Promise<LoadedPackages> {
  const cwd = new URL("../..", import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script, JSON.stringify(asked)], { cwd });
  // The request's line in the log comes before.
  const answer = stdout.trim().split("\n").at(-1)!;
  const { status, ...packages } = JSON.parse(answer) as LoadedPackages & { status: number };
  expect(status).to.equal(200);
  return packages;
}
