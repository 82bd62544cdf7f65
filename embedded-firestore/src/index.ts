// Firestore in one Node process, for the unmodified official SDKs. Documents live in memory. Tokens
// are not verified, so the server listens only on loopback unless explicitly told otherwise.

import { randomBytes } from "node:crypto";
import { createEngine, type SavedData } from "./engine/index.ts";
import { describeWarning, type CoverageGap, type RulesWarning } from "./rules/index.ts";
import { servePage } from "./page/page-server.ts";
import { createAuthorizer } from "./service/access/authorizer.ts";
import { createService } from "./service/create-service.ts";
import { describeDenial, type Denial } from "./service/access/denial.ts";
import { createReads, type DocumentRead } from "./service/access/reads.ts";
import { createProjectRules } from "./service/access/project-rules.ts";
import { systemScheduler, type Scheduler } from "./service/scheduler.ts";
import { createGrpcServer } from "./transports/grpc/grpc-server.ts";
import { createHttpTransport } from "./transports/http-server.ts";
import { openPort } from "./transports/port.ts";

export { describeDenial, type Denial } from "./service/access/denial.ts";
export type { DocumentRead } from "./service/access/reads.ts";
export type { CoverageGap, RulesWarning } from "./rules/index.ts";
export { FirestoreError } from "./engine/index.ts";
export type { SavedData, SavedDocument } from "./engine/index.ts";
export { readDataFile, writeDataFile } from "./data-file.ts";

export interface StartOptions {
  /** 0 (the default): any free port. */
  port?: number;
  /** An address that is not loopback also needs `allowRemote`. */
  host?: string;
  allowRemote?: boolean;
  /** The source of the Security Rules. Without rules, only the administrator has access. */
  rules?: string;
  /** The default project for `clear()` and `watch()`. */
  projectId?: string;
  /** Receives one readable line, and the denial that it describes. */
  onDenied?: (explanation: string, denial: Denial) => void;
  /**
   * Receives one readable line, with line and column, for each part of new rules that can only be
   * an error when it is evaluated.
   */
  onWarning?: (text: string, warning: RulesWarning) => void;
  /** Receives each document read that Cloud Firestore would bill. It must not throw. */
  onRead?: (read: DocumentRead) => void;
  /** Receives unexpected errors, which are bugs. The client only sees `INTERNAL`. */
  onUnexpected?: (error: unknown) => void;
  /** Documents to start with, as `save()` returned them. */
  data?: SavedData;
  scheduler?: Scheduler;
  /** Milliseconds since 1970, for tests in which time passes. Requests and rules see this time. */
  now?: () => number;
}

/** A document that a commit changed. */
export interface DocumentChange {
  /** Relative to the root: `rooms/a/users/b`. */
  readonly path: string;
  readonly kind: "create" | "update" | "delete";
}

export interface RunningFirestore {
  /** `127.0.0.1:8080`, the format of FIRESTORE_EMULATOR_HOST. */
  readonly host: string;
  readonly port: number;
  /**
   * Throws with line and column if the source is invalid; the current rules then stay in force.
   * Applies to one project, or to all. Returns the warnings of the new rules.
   */
  setRules(source: string, project?: string): readonly RulesWarning[];
  /** Deletes every document of a database. Listeners see the deletions. */
  clear(project?: string, databaseId?: string): void;
  /** The most recent denials, oldest first. */
  explain(project?: string): readonly Denial[];
  /**
   * The parts of the rules that no request has exercised since the rules were set. Without a
   * project: for the rules that all projects share.
   */
  coverage(project?: string): readonly CoverageGap[];
  /**
   * Calls back after each commit that changed something, in commit order. The callback must not
   * throw. Returns a function that stops watching.
   */
  watch(onCommit: (changes: readonly DocumentChange[]) => void, project?: string, databaseId?: string): () => void;
  /** All documents of all databases, as plain JSON. `data` takes them back. */
  save(): SavedData;
  /** Closes every connection at once. */
  close(): Promise<void>;
}

const keptDenials = 100;
const idAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export async function startFirestore(options: StartOptions = {}): Promise<RunningFirestore> {
  const { port = 0, host = "127.0.0.1", projectId = "demo-project", scheduler = systemScheduler } = options;
  if (!isLoopback(host) && !options.allowRemote) {
    throw new Error(
      `${host} is not a loopback address: anybody who reaches it could read and write everything. Set allowRemote (--allow-remote) if that is meant.`,
    );
  }
  const { now = () => performance.timeOrigin + performance.now() } = options;
  const onUnexpected = options.onUnexpected ?? reportUnexpected;
  const denials: Denial[] = [];
  const projectRules = createProjectRules();
  const setRules = (source: string, project?: string): readonly RulesWarning[] => {
    const warnings = projectRules.setRules(source, project);
    for (const warning of warnings) options.onWarning?.(describeWarning(warning), warning);
    return warnings;
  };
  if (options.rules !== undefined) setRules(options.rules);
  const engine = createEngine({
    nowMicros: () => BigInt(Math.floor(now() * 1000)),
    newId,
    setTimer: (callback, delayMs) => scheduler.after(delayMs, callback),
    defer: setImmediate,
  });
  if (options.data) engine.restore(options.data);
  const reads = createReads(options.onRead);
  const authorizer = createAuthorizer({
    reads,
    rulesetOf: (project) => projectRules.rulesetOf(project),
    onDenied(denial) {
      denials.push(denial);
      if (denials.length > keptDenials) denials.shift();
      options.onDenied?.(describeDenial(denial), denial);
    },
  });
  const service = createService({ engine, authorizer, reads, newId }, onUnexpected);
  const explain = (project: string): Denial[] => denials.filter((denial) => denial.project === project);
  const http = createHttpTransport({
    service,
    scheduler,
    servePage,
    onUnexpected,
    emulator: {
      setRules,
      clear: (database) => engine.clear(database),
      databases: () => engine.databaseNames(),
      explain,
      coverage: (project) => projectRules.gaps(project),
    },
  });
  const opened = await openPort({ host, port, http: http.server, grpc: createGrpcServer(service) });
  return {
    host: `${host.includes(":") ? `[${host}]` : host}:${opened.port}`,
    port: opened.port,
    setRules,
    clear: (project = projectId, databaseId = "(default)") => engine.clear(databaseName(project, databaseId)),
    watch(onCommit, project = projectId, databaseId = "(default)") {
      const name = databaseName(project, databaseId);
      const toPath = (document: string) => document.slice(`${name}/documents/`.length);
      return engine.database(name).watch(({ changes }) =>
        onCommit(
          changes.map(({ name: document, before, after }) => ({
            path: toPath(document),
            kind: after === undefined ? "delete" : before === undefined ? "create" : "update",
          })),
        ),
      );
    },
    explain: (project) => (project === undefined ? [...denials] : explain(project)),
    coverage: (project) => projectRules.gaps(project),
    save: () => engine.save(),
    async close() {
      http.close();
      await opened.close();
    },
  };
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function databaseName(project: string, databaseId: string): string {
  return `projects/${project}/databases/${databaseId}`;
}

/** Twenty letters and digits, like the ids of the SDKs. */
function newId(): string {
  let id = "";
  for (const byte of randomBytes(20)) id += idAlphabet[byte % idAlphabet.length] ?? "";
  return id;
}

function reportUnexpected(error: unknown): void {
  process.stderr.write(
    `embedded-firestore: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
