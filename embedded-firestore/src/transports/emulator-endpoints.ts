// The emulator endpoints beside the API: set the rules, clear the data, and (not in the official
// emulator) read why requests were denied. They need no authorization, because the server listens
// only on loopback.

import type { IncomingMessage, ServerResponse } from "node:http";
import { FirestoreError } from "../engine/index.ts";
import { readJsonObject } from "./encoding/body.ts";
import { errorBodyOf } from "./encoding/http-status.ts";
import { sendJson } from "./encoding/send-json.ts";

/** Line and column start at 1. */
interface RulesIssue {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface EmulatorActions {
  /** Throws if the source is invalid. The old rules then stay in force. Returns the warnings. */
  setRules(source: string, project: string): readonly RulesIssue[];
  clear(database: string): void;
  /** The names of the databases that somebody has used. */
  databases(): readonly string[];
  /** The most recent denials of a project, oldest first. */
  explain(project: string): readonly object[];
  /** The parts of the current rules that no request has exercised. */
  coverage(project: string): readonly object[];
}

const rulesPath = /^\/emulator\/v1\/projects\/([^/:]+):securityRules$/;
const denialsPath = /^\/emulator\/v1\/projects\/([^/:]+):denials$/;
const coveragePath = /^\/emulator\/v1\/projects\/([^/:]+):coverage$/;
const documentsPath = /^\/emulator\/v1\/projects\/([^/]+)\/databases\/([^/]+)\/documents$/;

export async function handleEmulatorRequest(
  emulator: EmulatorActions,
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
): Promise<void> {
  try {
    sendJson(response, 200, await answerEmulatorRequest(emulator, request, url.pathname));
  } catch (error) {
    const body = errorBodyOf(error);
    sendJson(response, body.error.code, body);
  }
}

async function answerEmulatorRequest(
  emulator: EmulatorActions,
  request: IncomingMessage,
  path: string,
): Promise<object> {
  const { method } = request;
  if (path === "/emulator/v1/databases" && method === "GET") return { databases: emulator.databases() };
  const rules = rulesPath.exec(path)?.[1];
  if (rules !== undefined && method === "PUT") {
    return issuesOf(emulator.setRules(sourceOf(await readJsonObject(request)), decodeURIComponent(rules)));
  }
  const denials = denialsPath.exec(path)?.[1];
  if (denials !== undefined && method === "GET") return { denials: emulator.explain(decodeURIComponent(denials)) };
  const covered = coveragePath.exec(path)?.[1];
  if (covered !== undefined && method === "GET") return { gaps: emulator.coverage(decodeURIComponent(covered)) };
  const [, project, database] = documentsPath.exec(path) ?? [];
  if (project !== undefined && database !== undefined && method === "DELETE") {
    emulator.clear(`projects/${decodeURIComponent(project)}/databases/${decodeURIComponent(database)}`);
    return {};
  }
  throw new FirestoreError("NOT_FOUND", `There is no ${method ?? ""} ${path}.`);
}

/** The form in which firebase-tools prints the issues of a rules file. */
function issuesOf(warnings: readonly RulesIssue[]): object {
  const issues = warnings.map(({ line, column, message }) => ({
    sourcePosition: { line, column },
    description: message,
    severity: "WARNING",
  }));
  return issues.length === 0 ? {} : { issues };
}

function sourceOf(body: Record<string, unknown>): string {
  const { rules } = body as { rules?: { files?: readonly { content?: unknown }[] } };
  const contents = rules?.files?.map(({ content }) => content) ?? [];
  if (contents.length !== 1 || typeof contents[0] !== "string") {
    throw new FirestoreError("INVALID_ARGUMENT", "rules.files must hold one file with its content.");
  }
  return contents[0];
}
