// People who take seats by the real admission and use them under the real rules, in a Firestore of
// their own whose time a test moves. They do not obey: they keep every token that they ever got.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { limits, paths, type Role, type TokenClaims } from "@meetogram/contract";
import { startFirestore, type RunningFirestore } from "@meetogram/embedded-firestore";
import { createHostKey } from "../../src/host-key.ts";
import { deriveParticipantID } from "../../src/participant-id.ts";
import { Room } from "../../src/firebase/room.ts";
import { connectEmulator, type Services } from "../../src/firebase/services.ts";
import { User } from "../../src/firebase/user.ts";
import { Firestore } from "../../src/firestore/firestore.ts";

const projectId = "demo-seats";

export interface Holder {
  readonly userID: string;
  readonly session: string;
  readonly participantID: string;
  readonly role: Role;
  /** Of every seat, the newest last. */
  readonly tokens: TokenClaims[];
}

export interface Stage {
  readonly firestore: Firestore;
  now(): number;
  pass(ms: number): void;
  createRoom(capacity: number): Promise<StagedRoom>;
  close(): Promise<void>;
}

export interface StagedRoom {
  readonly uuid: string;
  createHolder(role: Role): Holder;
  /** Resolves to "seated", or to the code of the refusal. */
  connect(holder: Holder, seat?: number): Promise<string>;
  /** Whether the rules allow it. */
  write(token: TokenClaims, fields: Readonly<Record<string, boolean | Date>>, participantID?: string): Promise<boolean>;
  remove(token: TokenClaims, participantID: string): Promise<boolean>;
  hasRights(token: TokenClaims): Promise<boolean>;
}

export async function openStage(): Promise<Stage> {
  let nowMs = Date.now();
  const rules = await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8");
  const server = await startFirestore({ rules, now: () => nowMs });
  const firestore = new Firestore(connectEmulator(projectId, server.host));
  const services = { firestore, auth: () => undefined } as unknown as Services;
  return {
    firestore,
    now: () => nowMs,
    pass: (ms) => (nowMs += ms),
    createRoom: (capacity) => createRoom({ services, server, capacity, now: () => nowMs }),
    close: () => server.close(),
  };
}

async function createRoom(options: {
  services: Services;
  server: RunningFirestore;
  capacity: number;
  now: () => number;
}): Promise<StagedRoom> {
  const { services, server, capacity, now } = options;
  const hostKey = createHostKey();
  const uuid = await new Room(services).addRoom({
    uuid: randomUUID(),
    salt: "salt",
    createdAtMs: now(),
    expireAtMs: now() + 24 * 60 * 60_000,
    hostKey,
    capacity,
    hasWaitingRoom: false,
    emptyMinutes: 60,
  });
  const users = new User(services);
  const database = `projects/${projectId}/databases/(default)/documents`;
  const nameOf = (participantID: string) => `${database}/${paths.user(uuid, participantID)}`;
  const send = async (token: TokenClaims, path: string, body?: object) => {
    const response = await fetch(`http://${server.host}/v1/${database}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${unsigned(token)}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
    return response.ok;
  };
  return {
    uuid,
    createHolder(role) {
      const userID = randomUUID();
      return { userID, session: randomUUID(), participantID: deriveParticipantID(userID, uuid), role, tokens: [] };
    },
    async connect({ userID, session, role, tokens }, seat) {
      const request = {
        uuid,
        userID,
        session,
        constraints: { audio: true, video: true },
        ...(role === "host" && { hostKey }),
        ...(seat !== undefined && { seat }),
      };
      try {
        const { participantID, joinedAtMs } = await users.connect(request, [], now());
        tokens.push({ room: uuid, participant: participantID, session, seat: joinedAtMs, role });
        return "seated";
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (typeof code !== "string") throw error;
        return code;
      }
    },
    write: (token, fields, participantID = token.participant) =>
      send(token, ":commit", {
        writes: [
          {
            update: { name: nameOf(participantID), fields: encode(fields) },
            updateMask: { fieldPaths: Object.keys(fields) },
          },
        ],
      }),
    remove: (token, participantID) => send(token, ":commit", { writes: [{ delete: nameOf(participantID) }] }),
    hasRights: (token) => send(token, `/${paths.room(uuid)}`),
  };
}

function encode(fields: Readonly<Record<string, boolean | Date>>): object {
  const values = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === "boolean" ? { booleanValue: value } : { timestampValue: value.toISOString() },
  ]);
  return Object.fromEntries(values);
}

function unsigned(claims: TokenClaims): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part({ sub: "user", user_id: "user", ...claims })}.`;
}

/** When the last right of a seat with this lease has ended. */
export const restOfLeaseMs = limits.attendedLeaseMs + 2 * 60_000 + limits.leaseToleranceMs;
