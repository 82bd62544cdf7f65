// meetogram's own functions in this process, at one HTTP origin, behind the rewrites of Hosting.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as functions from "../../../functions/src/index.ts";
import { host } from "../../../functions/test/stage/api.ts";
import { startFirestoreForFunctions, stopEmulators } from "../../../functions/test/stage/hooks.ts";

export interface Origin {
  readonly url: string;
  close(): void;
}

interface Rewrite {
  readonly source: string;
  readonly function?: { readonly functionId: string };
}

type HttpsFunction = Parameters<typeof host>[0];

const { hosting } = JSON.parse(readFileSync(new URL("../../../firebase.json", import.meta.url), "utf8")) as {
  readonly hosting: { readonly rewrites: readonly Rewrite[] };
};

function doesMatch(source: string, path: string): boolean {
  return source.endsWith("/**") ? path.startsWith(source.slice(0, -2)) : path === source;
}

export async function listen(listener: RequestListener): Promise<Origin> {
  const server: Server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that a test leaves open does not keep the process alive.
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function start(context: Mocha.Context): Promise<Origin> {
  // Loading it takes seconds on a busy machine.
  context.timeout(120_000);
  // Otherwise the Admin SDK looks for a Google Cloud metadata server.
  process.env["METADATA_SERVER_DETECTION"] = "none";
  await startFirestoreForFunctions();
  const apps = hosting.rewrites.flatMap(({ source, function: target }) => {
    const fn = (functions as Readonly<Record<string, unknown>>)[target?.functionId ?? ""];
    return fn === undefined ? [] : [{ source, app: host(fn as HttpsFunction) }];
  });
  return listen((request, response) => {
    const path = new URL(request.url ?? "/", "http://origin").pathname;
    const found = apps.find(({ source }) => doesMatch(source, path));
    if (found) return found.app(request, response);
    response.writeHead(404).end();
  });
}

let starting: Promise<Origin> | null = null;

/**
 * Call it in a `before` hook. The Admin SDK reads its environment once, so there is one origin for
 * the whole run. It is closed after all tests.
 */
export function getOrigin(context: Mocha.Context): Promise<Origin> {
  return (starting ??= start(context));
}

export async function mochaGlobalTeardown(): Promise<void> {
  if (starting === null) return;
  (await starting).close();
  await stopEmulators();
}

export function hasRewriteBelow(path: string): boolean {
  return hosting.rewrites.some(({ source }) => source.startsWith(path));
}
