// Rooms and people as tests need them, made by the API itself; what only time would bring is written by the administrator.
import { randomUUID } from "node:crypto";
import { paths, type RequestOf, type ResponseOf } from "@meetogram/contract";
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

/** The administrator's Firestore, a connection of its own. */
export function firestore(): Firestore {
  const name = "administrator";
  return getFirestore(getApps().find((app) => app.name === name) ?? initializeApp({}, name));
}

export async function createRoom(request: RequestOf<"create"> = {}): Promise<CreatedRoom> {
  const response = await api.create().post("/create").send(request);
  expect(response.status, response.text).to.equal(200);
  return response.body as CreatedRoom;
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

/** Asks for something below /room/{uuid}. */
export async function inRoom(uuid: string, what: "remove" | "handOver" | "burn", request: object): Promise<Response> {
  return api.room().post(`/room/${uuid}/${what}`).send(request);
}

/** How many documents there are of a room, in all its depth. */
export async function documentsOf(uuid: string): Promise<number> {
  const below = async (reference: DocumentReference): Promise<number> => {
    const collections = await reference.listCollections();
    const references = (await Promise.all(collections.map((collection) => collection.listDocuments()))).flat();
    const counts = await Promise.all(references.map(below));
    return counts.reduce((sum, count) => sum + count, (await reference.get()).exists ? 1 : 0);
  };
  return below(firestore().doc(paths.room(uuid)));
}

/** Connects and expects to be let in. */
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

export function expectError(response: Response, status: number, code: string): void {
  expect(response.body, response.text).to.have.all.keys("code", "message");
  expect({ status: response.status, code: response.body.code }).to.deep.equal({ status, code });
}
