// A successful request to each endpoint, with the room and the users that it needs. Both are
// created anew for each request.
import { randomBytes, randomUUID } from "node:crypto";
import { endpoints, type EndpointName } from "@meetogram/contract";
import { createClient, type Client } from "@meetogram/client";
import type { FunctionName } from "./instances.ts";

export interface RequestSpec {
  readonly fn: FunctionName;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string;
}

/** Without those that need App Check. */
export const endpointNames = (Object.keys(endpoints) as EndpointName[]).filter((name) => !name.startsWith("appCheck"));

export function newUser() {
  return { userID: randomUUID(), session: randomUUID(), constraints: { audio: true, video: true } };
}

/** `urls` are instances that only prepare requests. They are not measured. */
export function createSetupClient(urls: Readonly<Record<FunctionName, string>>): Client {
  return createClient({
    fetch: (input, init) => {
      const path = String(input);
      return fetch(urls[functionOf(path)] + path, init);
    },
  });
}

function functionOf(path: string): FunctionName {
  if (path === "/create" || path === "/connect") return path.slice(1) as FunctionName;
  return path.startsWith("/room/") ? "room" : "generateID";
}

/** The fields of a request, including those in its path. */
async function createFields(name: EndpointName, setupClient: Client): Promise<Record<string, unknown>> {
  if (name === "create" || name === "generateID") return {};
  const { uuid, hostKey } = await setupClient.createRoom();
  if (name === "room" || name === "stored") return { uuid };
  // Nobody has been in the room, so the missing Auth emulator has nothing to delete.
  if (name === "burn") return { uuid, hostKey };
  const { userID, session, constraints } = newUser();
  if (name === "connect") return { uuid, userID, session, constraints };
  const { participantID } = await setupClient.connect({ uuid, userID, session, constraints });
  if (name === "iceServers") return { uuid, userID, session };
  if (name === "remove" || name === "handOver") return { uuid, hostKey, participantID };
  const move = { uuid, userID, session, ticket: randomBytes(32).toString("base64url"), sealed: "AAAA" };
  if (name === "offerMove") return move;
  await setupClient.offerMove(move);
  return { uuid, ticket: move.ticket };
}

export async function prepareRequest(name: EndpointName, setupClient: Client): Promise<RequestSpec> {
  const fields = await createFields(name, setupClient);
  const path = endpoints[name].path.replace("{uuid}", String(fields["uuid"]));
  if (path.includes("/room/")) delete fields["uuid"];
  const [method] = endpoints[name].methods;
  return { fn: functionOf(path), method, path, ...(method === "POST" && { body: JSON.stringify(fields) }) };
}

export function send(url: string, { method, path, body }: RequestSpec): Promise<Response> {
  return fetch(url + path, {
    method,
    ...(body !== undefined && { body, headers: { "content-type": "application/json" } }),
  });
}
