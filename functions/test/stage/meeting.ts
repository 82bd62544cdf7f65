// Creates rooms and participants for tests, through the API. Where only time would change a
// document, the administrator writes it.
import { randomBytes, randomUUID, scryptSync } from "node:crypto";
import { limits, paths, type RequestOf, type ResponseOf } from "@meetogram/contract";
import { expect } from "chai";
import { getApps, initializeApp } from "firebase-admin/app";
import {
  getFirestore,
  Timestamp,
  type DocumentData,
  type DocumentReference,
  type Firestore,
} from "firebase-admin/firestore";
import type { Response } from "supertest";
import { api } from "./api.ts";

export type CreatedRoom = ResponseOf<"create">;

/** The administrator's Firestore, on its own connection. */
export function firestore(): Firestore {
  const name = "administrator";
  return getFirestore(getApps().find((app) => app.name === name) ?? initializeApp({}, name));
}

/** Creates a room by the request only. A password costs a real hash. */
export async function requestRoom(request: RequestOf<"create"> = {}): Promise<CreatedRoom> {
  const response = await api.create().post("/create").send(request);
  expect(response.status, response.text).to.equal(200);
  return response.body as CreatedRoom;
}

/** Creates a room. Its password gets a hash of minimal cost; a hash states its own cost. */
export async function createRoom({ password, ...request }: RequestOf<"create"> = {}): Promise<CreatedRoom> {
  const room = await requestRoom(request);
  if (password !== undefined) {
    const passwordHash = hashCheaply(password);
    await firestore().doc(paths.secret(room.uuid)).update({ passwordHash });
    await changeRoom(room.uuid, { isProtected: true });
  }
  return room;
}

function hashCheaply(password: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(password.normalize("NFKC"), salt, 32, { N: 2, r: 1, p: 1 });
  return ["scrypt", 2, 1, 1, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

export function connectRequest(uuid: string, changes: Partial<RequestOf<"connect">> = {}): RequestOf<"connect"> {
  return {
    uuid,
    userID: randomUUID(),
    session: randomUUID(),
    constraints: { audio: true, video: false },
    ...changes,
  };
}

export async function connect(request: object): Promise<Response> {
  return api.connect().post("/connect").send(request);
}

/** Sends a request below /room/{uuid}. */
export async function inRoom(
  uuid: string,
  what: "iceServers" | "remove" | "handOver" | "burn" | "offerMove" | "takeMove",
  request: object,
): Promise<Response> {
  return api.room().post(`/room/${uuid}/${what}`).send(request);
}

/** The number of documents of a room, at all depths. */
export async function documentsOf(uuid: string): Promise<number> {
  const below = async (reference: DocumentReference): Promise<number> => {
    const collections = await reference.listCollections();
    const references = (await Promise.all(collections.map((collection) => collection.listDocuments()))).flat();
    const counts = await Promise.all(references.map(below));
    return counts.reduce((sum, count) => sum + count, (await reference.get()).exists ? 1 : 0);
  };
  return below(firestore().doc(paths.room(uuid)));
}

/** Connects, and expects a seat. */
export async function seat(request: object): Promise<ResponseOf<"connect">> {
  const response = await connect(request);
  expect(response.status, response.text).to.equal(200);
  return response.body as ResponseOf<"connect">;
}

export interface Person {
  readonly request: RequestOf<"connect">;
  readonly seated: ResponseOf<"connect">;
  readonly proof: { readonly userID: string; readonly session: string };
}

export async function enter(uuid: string, changes: Partial<RequestOf<"connect">> = {}): Promise<Person> {
  const request = connectRequest(uuid, changes);
  const { userID, session } = request;
  return { request, seated: await seat(request), proof: { userID, session } };
}

export async function isSeated(uuid: string, { seated }: Person): Promise<boolean> {
  return (await firestore().doc(paths.user(uuid, seated.participantID)).get()).exists;
}

export async function participant(uuid: string, participantID: string): Promise<DocumentData> {
  const snapshot = await firestore().doc(paths.user(uuid, participantID)).get();
  return snapshot.data() ?? expect.fail("there is no such participant");
}

export async function changeRoom(uuid: string, changes: DocumentData): Promise<void> {
  await firestore().doc(paths.room(uuid)).update(changes);
}

export async function changeParticipant(uuid: string, participantID: string, changes: DocumentData): Promise<void> {
  await firestore().doc(paths.user(uuid, participantID)).update(changes);
}

export async function expireRoom(uuid: string): Promise<void> {
  await changeRoom(uuid, { expireAt: ago(1) });
}

export function ago(ms: number): Timestamp {
  return Timestamp.fromMillis(Date.now() - ms);
}

/** The lease of a seat that has no rights any more and is free. */
export function lapsed(): Timestamp {
  return ago(2 * limits.leaseToleranceMs + 1);
}

export function expectError(response: Response, status: number, code: string): void {
  expect(response.body, response.text).to.have.all.keys("code", "message");
  expect({ status: response.status, code: response.body.code }).to.deep.equal({ status, code });
}
