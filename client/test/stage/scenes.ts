// For each endpoint a request that is answered 200. For each error code a change of such a request
// that provokes this error.
import { randomUUID } from "node:crypto";
import { limits, type EndpointName, type ErrorCode, type ResponseOf } from "@meetogram/contract";
import { ApiError } from "../../../functions/src/api-error.ts";
import { demandAppCheck } from "../../../functions/src/app-check/demand.ts";
import { createApp, type AppOptions } from "../../../functions/src/http/app.ts";
import { createEndpoint } from "../../../functions/src/http/endpoint.ts";
import { logRequest } from "../../../functions/src/http/request-log.ts";
import { getImitation, solve, switchOnAppCheck } from "../../../functions/test/stage/app-check.ts";
import { ago, changeRoom, expireRoom } from "../../../functions/test/stage/meeting.ts";
import type { Client } from "../../src/index.ts";
import { listen } from "./origin.ts";

export interface Scene {
  readonly client: Client;
  readonly url: string;
  /** Where the request will come from, if not from loopback. */
  readonly address?: string;
}

export interface ApiRequest {
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly url?: string;
}

const constraints = { audio: true, video: true };

export function newPerson() {
  return { userID: randomUUID(), session: randomUUID(), constraints };
}

async function createSeated({ client }: Scene) {
  const { uuid, hostKey } = await client.createRoom();
  const person = newPerson();
  const { participantID } = await client.connect({ uuid, ...person });
  return { uuid, hostKey, person, participantID };
}

/** The functions that have been loaded before need no token afterwards. */
async function switchOn(url: string): Promise<() => void> {
  const paths = ["create", "connect", "user/generateID", "room/any"];
  await Promise.all(paths.map((path) => fetch(`${url}/${path}`, { method: "OPTIONS" })));
  return switchOnAppCheck();
}

type Fields = Record<string, unknown>;

const newTicket = () => `${randomUUID()}${randomUUID()}`.slice(0, 43);

/** The fields of a request that is answered 200. */
export const validRequests: Record<EndpointName, (scene: Scene) => Promise<Fields>> = {
  create: async () => ({}),
  generateID: async () => ({}),
  room: async ({ client }) => ({ uuid: (await client.createRoom()).uuid }),
  stored: async ({ client }) => ({ uuid: (await client.createRoom()).uuid }),
  connect: async ({ client }) => ({ uuid: (await client.createRoom()).uuid, ...newPerson() }),
  async iceServers(scene) {
    const { uuid, person } = await createSeated(scene);
    return { uuid, userID: person.userID, session: person.session };
  },
  async remove(scene) {
    const { uuid, hostKey, participantID } = await createSeated(scene);
    return { uuid, hostKey, participantID };
  },
  async handOver(scene) {
    const { uuid, hostKey, participantID } = await createSeated(scene);
    return { uuid, hostKey, participantID };
  },
  async offerMove(scene) {
    const { uuid, person } = await createSeated(scene);
    return { uuid, userID: person.userID, session: person.session, ticket: newTicket(), sealed: "c2VhbGVk" };
  },
  async takeMove(scene) {
    const { uuid, person } = await createSeated(scene);
    const { userID, session } = person;
    const ticket = newTicket();
    await scene.client.offerMove({ uuid, userID, session, ticket, sealed: "c2VhbGVk" });
    return { uuid, ticket };
  },
  async burn({ client }) {
    const { uuid, hostKey } = await client.createRoom();
    return { uuid, hostKey };
  },
  async appCheckChallenge({ url }) {
    await switchOn(url);
    return {};
  },
  async appCheckToken({ url, address }) {
    await switchOn(url);
    const headers = address === undefined ? {} : { "x-forwarded-for": address };
    const response = await fetch(`${url}/appCheck/challenge`, { headers });
    const { challenge, bits } = (await response.json()) as ResponseOf<"appCheckChallenge">;
    return { challenge, counter: solve(challenge, bits) };
  },
};

type Provocation = (ask: ApiRequest, scene: Scene, name: EndpointName) => Promise<ApiRequest>;

function withFields(change: (fields: Fields, scene: Scene) => Promise<Fields>): Provocation {
  return async (ask, scene) => ({ ...ask, fields: { ...ask.fields, ...(await change(ask.fields, scene)) } });
}

/** Changes a valid request into one that is answered with this code. */
export const provocations: Record<ErrorCode, Provocation> = {
  "invalid-request": async (ask) =>
    ask.method === "POST" ? { ...ask, fields: { ...ask.fields, color: "red" } } : { ...ask, query: "?color=red" },
  "too-large": withFields(async () => ({ color: "r".repeat(limits.maxBodyBytes) })),
  "unsupported-media-type": async (ask) => ({ ...ask, headers: { "content-type": "text/plain" } }),
  "room-not-found": withFields(async () => ({ uuid: randomUUID() })),
  "participant-not-found": async (ask, _, name) => ({
    ...ask,
    fields: {
      ...ask.fields,
      ...(name === "takeMove" && { ticket: newTicket() }),
      ...(["iceServers", "offerMove"].includes(name) && { session: randomUUID() }),
      ...(["remove", "handOver"].includes(name) && { participantID: randomUUID() }),
      ...(name === "remove" && { isRefusal: true }),
    },
  }),
  "host-only": withFields(async () => ({ hostKey: "k".repeat(43) })),
  "room-expired": withFields(async ({ uuid }) => {
    await expireRoom(String(uuid));
    return {};
  }),
  "room-locked": withFields(async ({ uuid }) => {
    await changeRoom(String(uuid), { isLocked: true });
    return {};
  }),
  "wrong-link": withFields(async (_, { client }) => {
    const { uuid } = await client.createRoom({ linkProof: "p".repeat(43) });
    return { uuid, linkProof: "q".repeat(43) };
  }),
  "wrong-password": withFields(async (_, { client }) => {
    const { uuid } = await client.createRoom({ password: "open sesame" });
    return { uuid, password: "open barley" };
  }),
  "room-full": withFields(async (_, { client }) => {
    const { uuid } = await client.createRoom({ capacity: 2 });
    await client.connect({ uuid, ...newPerson() });
    await client.connect({ uuid, ...newPerson() });
    return { uuid };
  }),
  "host-expected": withFields(async (_, scene) => {
    const { uuid, person } = await createSeated(scene);
    await changeRoom(uuid, { enteredAt: ago(1) });
    return { uuid, hostKey: undefined, userID: person.userID, session: person.session };
  }),
  "already-connected": withFields(async (_, scene) => {
    const { uuid, person } = await createSeated(scene);
    return { uuid, ...person, session: randomUUID() };
  }),
  removed: withFields(async (_, scene) => {
    const { uuid, hostKey, person, participantID } = await createSeated(scene);
    await scene.client.remove({ uuid, hostKey, participantID });
    return { uuid, ...person };
  }),
  refused: withFields(async (_, scene) => {
    const { uuid, hostKey, person, participantID } = await createSeated(scene);
    await changeRoom(uuid, { hasWaitingRoom: true });
    await scene.client.remove({ uuid, hostKey, participantID, isRefusal: true });
    return { uuid, ...person };
  }),
  async "idempotency-conflict"(ask, { url }) {
    // A key is bound to the address that sends it.
    const headers = { "idempotency-key": randomUUID(), "x-forwarded-for": "203.0.113.200" };
    const body = JSON.stringify({ capacity: 2 });
    await fetch(`${url}/create`, { method: "POST", body, headers: { ...headers, "content-type": "application/json" } });
    return { ...ask, headers };
  },
  async "app-check-required"(ask, _, name) {
    return { ...ask, url: await serveFailing(name, { guard: demandAppCheck }) };
  },
  async "app-check-unavailable"(ask, scene, name) {
    const imitation = await getImitation();
    if (name === "appCheckToken") {
      imitation.isRefusing = true;
      return {
        ...ask,
        fields: await validRequests.appCheckToken({ ...scene, address: ask.headers!["x-forwarded-for"]! }),
      };
    }
    return { ...ask, url: await serveFailing(name, { guard: failToVerify }) };
  },
  async "app-check-off"(ask, { url }) {
    (await switchOn(url))();
    return ask;
  },
  "wrong-challenge": withFields(async () => ({ challenge: "A".repeat(39) })),
  async "challenge-expired"(ask, scene) {
    // It has given a token.
    const headers = { "x-forwarded-for": "203.0.113.201" };
    const fields = await validRequests.appCheckToken({ ...scene, address: headers["x-forwarded-for"] });
    const body = JSON.stringify(fields);
    await fetch(`${scene.url}/appCheck/token`, {
      method: "POST",
      body,
      headers: { ...headers, "content-type": "application/json" },
    });
    return { ...ask, fields, headers };
  },
  "insufficient-work": withFields(async ({ challenge }) => ({ counter: solve(String(challenge), 4, true) })),
  "not-found": async (ask, { url }) => ({ ...ask, url: `${url}/room/a/b/c` }),
  "method-not-allowed": async (ask) => ({ ...ask, method: "DELETE" }),
  async "rate-limited"(ask, _, name) {
    // With a stopped clock, so that no token returns while a slow machine works.
    const url = await serveFailing(name, { requestsPerMinute: 1, now: () => 0 });
    const headers = { "x-forwarded-for": "203.0.113.1" };
    await fetch(url, { headers });
    return { ...ask, url, headers };
  },
  internal: async (ask, _, name) => ({ ...ask, url: await serveFailing(name) }),
};

/** As the guard answers when the keys cannot be had. The real one keeps them for hours. */
const failToVerify: AppOptions["guard"] = () => {
  throw new ApiError("app-check-unavailable", "Firebase App Check does not answer this server as it should.");
};

/** The real endpoint, but everything behind it fails. */
async function serveFailing(name: EndpointName, options: Partial<AppOptions> = {}): Promise<string> {
  const fail = (): Promise<never> => Promise.reject(new Error("The database is on fire at 192.0.2.1."));
  const app = createApp({ router: createEndpoint(name, fail), report: () => undefined, ...options });
  const served = await listen((request, response) => {
    logRequest(name, request, response, false);
    app(request, response);
  });
  return served.url;
}
