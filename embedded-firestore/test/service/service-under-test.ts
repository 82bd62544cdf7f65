// The service with the real engine and rules, but without a transport. The clock advances by a
// microsecond with each read.
import { createEngine, type Engine } from "../../src/engine/index.ts";
import { createAuthorizer } from "../../src/service/access/authorizer.ts";
import { createService } from "../../src/service/create-service.ts";
import { createReads, type DocumentRead } from "../../src/service/access/reads.ts";
import type { Denial } from "../../src/service/access/denial.ts";
import type {
  FirestoreService,
  Message,
  BidiStreamingMethod,
  StreamSession,
} from "../../src/service/protocol/firestore-service.ts";
import { createProjectRules } from "../../src/service/access/project-rules.ts";
import type { FirestoreError, Value } from "../../src/engine/index.ts";

export const database = "projects/p/databases/(default)";
export const documents = `${database}/documents`;
export const owner = "Bearer owner";

export interface ServiceUnderTest {
  readonly service: FirestoreService;
  readonly engine: Engine;
  readonly denials: Denial[];
  readonly read: DocumentRead[];
  readonly unexpected: unknown[];
  setRules(source: string): void;
  advanceClock(seconds: number): void;
  /** Writes whole documents as the administrator. `null` deletes. */
  write(changes: Record<string, Record<string, Value> | null>): Promise<void>;
  open(method: BidiStreamingMethod, authorization?: string): RecordedStream;
}

export interface RecordedStream {
  readonly session: StreamSession;
  readonly messages: Message[];
  error?: FirestoreError | undefined;
  hasEnded: boolean;
  /** The messages since the last call. */
  take(): Message[];
  /** Waits until this many messages have arrived in total, or the stream has ended. */
  arrived(count: number): Promise<void>;
}

/** Rules around the body of `match /databases/{database}/documents`. */
export function rulesOf(body: string): string {
  return `rules_version = '2'; service cloud.firestore { match /databases/{database}/documents { ${body} } }`;
}

export function tokenOf(uid: string, claims: object = {}): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `Bearer ${part({ alg: "none" })}.${part({ sub: uid, ...claims })}.`;
}

export function createServiceUnderTest(rules?: string): ServiceUnderTest {
  let clock = 1_700_000_000_000_000n;
  let ids = 0;
  const newId = (): string => `id${(ids += 1)}`;
  const engine = createEngine({ nowMicros: () => (clock += 1n), newId, setTimer: () => () => {}, defer: setImmediate });
  const projectRules = createProjectRules(rules);
  const denials: Denial[] = [];
  const unexpected: unknown[] = [];
  const read: DocumentRead[] = [];
  const reads = createReads((one) => read.push(one));
  const authorizer = createAuthorizer({
    reads,
    rulesetOf: (project) => projectRules.rulesetOf(project),
    onDenied: (denial) => denials.push(denial),
  });
  const service = createService({ engine, authorizer, reads, newId }, (error) => unexpected.push(error));
  return {
    service,
    engine,
    denials,
    read,
    unexpected,
    setRules: (source) => projectRules.setRules(source),
    advanceClock: (seconds) => void (clock += BigInt(seconds) * 1_000_000n),
    async write(changes) {
      const writes = Object.entries(changes).map(([path, fields]) =>
        fields ? { update: { name: `${documents}/${path}`, fields } } : { delete: `${documents}/${path}` },
      );
      await service.call("Commit", { database, writes }, owner);
    },
    open: (method, authorization) => record(service, method, authorization),
  };
}

function record(service: FirestoreService, method: BidiStreamingMethod, authorization?: string): RecordedStream {
  const messages: Message[] = [];
  let taken = 0;
  let wake = (): void => {};
  const stream: RecordedStream = {
    messages,
    hasEnded: false,
    session: service.openStream(method, authorization, {
      send(message) {
        messages.push(message);
        wake();
      },
      end(error) {
        stream.hasEnded = true;
        stream.error = error;
        wake();
      },
    }),
    take() {
      const fresh = messages.slice(taken);
      taken = messages.length;
      return fresh;
    },
    async arrived(count) {
      while (messages.length < count && !stream.hasEnded) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
  return stream;
}
