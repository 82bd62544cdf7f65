// The examples of the documentation page: extracted from its HTML as a reader would copy them, and
// run.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createClient } from "@meetogram/client";
import * as client from "@meetogram/client";
import { exampleOrigin, samples } from "@meetogram/openapi";

export interface Example {
  readonly name: string;
  readonly language: string;
  readonly code: string;
}

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

export function readExamples(html: string): Example[] {
  const blocks = html.matchAll(/<pre[^>]* data-example="(\w+)" data-language="(\w+)"><code>(.*?)<\/code>/gs);
  return [...blocks].map(([, name = "", language = "", marked = ""]) => {
    const code = marked.replaceAll(/<[^>]+>/g, "").replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);
    return { name, language, code };
  });
}

/** Replaces the samples by a room, a seat and people that exist. */
export async function replaceSamples(code: string, origin: string): Promise<string> {
  const { createRoom, connect, offerMove } = createClient({ baseURL: origin });
  const { uuid, hostKey } = await createRoom();
  const constraints = { audio: true, video: true };
  const guest = { userID: crypto.randomUUID(), session: crypto.randomUUID(), constraints };
  const { participantID } = await connect({ uuid, ...guest });
  if (code.includes("takeMove")) {
    const { userID, session } = guest;
    await offerMove({ uuid, userID, session, ticket: samples.ticket, sealed: "AAAA" });
  }
  return code
    .replaceAll(exampleOrigin, origin)
    .replaceAll(samples.uuid, uuid)
    .replaceAll(samples.hostKey, hostKey)
    .replaceAll(samples.participantID, participantID)
    .replaceAll(samples.userID, guest.userID)
    .replaceAll(samples.session, guest.session);
}

export async function runCurl(code: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)("sh", ["-c", code]);
  return JSON.parse(stdout) as unknown;
}

export async function hasCurl(): Promise<boolean> {
  return promisify(execFile)("curl", ["--version"]).then(
    () => true,
    () => false,
  );
}

type Run = (client: object, console: object) => Promise<unknown>;

/** Resolves to the value of `result` and to what the script printed. */
export async function runScript(code: string, result: string): Promise<{ value: unknown; printed: unknown[][] }> {
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (...args: string[]) => Run;
  const withoutImport = code.replace(/^import (\{.*\}) from "@meetogram\/client";$/m, "const $1 = client;");
  const run = new AsyncFunction("client", "console", `${withoutImport}\nreturn ${result};`);
  const printed: unknown[][] = [];
  const print = (...words: unknown[]) => printed.push(words);
  return { value: await run(client, { log: print, error: print }), printed };
}
