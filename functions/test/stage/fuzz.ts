// Generates requests to every endpoint: malformed ones, and some plausible ones.
import { limits, type RequestOf } from "@meetogram/contract";
import fc from "fast-check";

export const servers = ["create", "connect", "generateID", "room", "appCheck"] as const;

export interface Fuzz {
  readonly to: (typeof servers)[number];
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

/** An existing room, its key, and one of its participants. */
export interface RealRoom {
  readonly uuid: string;
  readonly hostKey: string;
  readonly participantID: string;
  readonly proof: { readonly userID: string; readonly session: string };
}

/** A challenge, and a counter that solves it. */
export type Work = RequestOf<"appCheckToken">;

/** UUIDs of no room. One has an undefined UUID version. */
const uuids = [
  "00000000-0000-4000-8000-000000000000",
  "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11",
  "9f3c1f52-6c1e-0c8e-0a55-0d6f0b6f8a11",
];
const json = { "content-type": "application/json" };

export function arbitraryFuzz(rooms: readonly RealRoom[], works: readonly Work[]): fc.Arbitrary<Fuzz> {
  const nonsense = fc.constantFrom(...rooms).chain(arbitraryNonsense);
  return fc.oneof({ weight: 3, arbitrary: nonsense }, { weight: 1, arbitrary: arbitrarySense(rooms, works) });
}

/** Plausible requests of people in these rooms. Burns are rare, so that rooms remain to the end. */
function arbitrarySense(rooms: readonly RealRoom[], works: readonly Work[]): fc.Arbitrary<Fuzz> {
  const constraints = { audio: true, video: false };
  const toRoom = (what: string, method = "POST") => {
    const ask = (room: RealRoom, participantID: string, isByKey: boolean): Fuzz => {
      const target = what === "burn" ? {} : { participantID };
      const body = { ...target, ...(isByKey ? { hostKey: room.hostKey } : room.proof) };
      return {
        to: "room",
        method,
        path: `/room/${room.uuid}${what && `/${what}`}`,
        headers: json,
        body: JSON.stringify(body),
      };
    };
    return fc
      .tuple(fc.constantFrom(...rooms), fc.uuid(), fc.boolean(), fc.boolean())
      .map(([room, anybody, isReal, isByKey]) => ask(room, isReal ? room.participantID : anybody, isByKey));
  };
  const connecting = fc
    .tuple(
      fc.constantFrom(...rooms),
      fc.record({ userID: fc.uuid(), session: fc.uuid() }),
      fc.boolean(),
      fc.record({ takeOver: fc.boolean(), password: fc.string({ minLength: 1 }) }, { requiredKeys: [] }),
    )
    .map(([room, somebody, isAgain, more]) => {
      const body = { uuid: room.uuid, constraints, ...(isAgain ? room.proof : somebody), ...more };
      return { to: "connect", method: "POST", path: "/connect", headers: json, body: JSON.stringify(body) } as const;
    });
  const renewing = fc.constantFrom(...rooms).map(({ uuid, proof }): Fuzz => {
    const path = `/room/${uuid}/iceServers`;
    return { to: "room", method: "POST", path, headers: json, body: JSON.stringify(proof) };
  });
  // Of few rooms, so that an offer is taken now and then.
  const moving = fc
    .tuple(fc.constantFrom(...rooms.slice(0, 3)), fc.boolean())
    .map(([{ uuid, proof }, isOffer]): Fuzz => {
      const path = `/room/${uuid}/${isOffer ? "offerMove" : "takeMove"}`;
      const body = { ticket: "t".repeat(43), ...(isOffer && { ...proof, sealed: "AAAA" }) };
      return { to: "room", method: "POST", path, headers: json, body: JSON.stringify(body) };
    });
  const working = fc.constantFrom(...works).map((work): Fuzz => {
    return { to: "appCheck", method: "POST", path: "/appCheck/token", headers: json, body: JSON.stringify(work) };
  });
  const challenged = fc.constant<Fuzz>({
    to: "appCheck",
    method: "GET",
    path: "/appCheck/challenge",
    headers: {},
    body: "",
  });
  return fc.oneof(
    { weight: 2, arbitrary: challenged },
    { weight: 2, arbitrary: working },
    { weight: 8, arbitrary: connecting },
    { weight: 4, arbitrary: renewing },
    { weight: 8, arbitrary: moving },
    { weight: 4, arbitrary: toRoom("remove") },
    { weight: 6, arbitrary: toRoom("handOver") },
    { weight: 4, arbitrary: toRoom("stored", "GET") },
    { weight: 3, arbitrary: toRoom("", "GET") },
    { weight: 2, arbitrary: toRoom("burn") },
  );
}

function arbitraryNonsense(real: RealRoom): fc.Arbitrary<Fuzz> {
  const uuid = fc.oneof(fc.constantFrom(...uuids, real.uuid), fc.uuid(), fc.string({ maxLength: 40 }));
  const value = fc.oneof(
    uuid,
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.constantFrom(
      "",
      "k".repeat(43),
      real.hostKey,
      "__proto__",
      "p".repeat(limits.maxPasswordLength + 1),
      "\u0000\ud800",
    ),
    fc.record({ audio: fc.anything(), video: fc.boolean() }, { requiredKeys: [] }),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const constraints = fc.record({ audio: fc.boolean(), video: fc.boolean() });
  const nearly = fc
    .tuple(
      fc.record(
        { uuid, userID: fc.uuid(), session: fc.uuid(), constraints, participantID: uuid },
        { requiredKeys: [] },
      ),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom(
            "uuid",
            "userID",
            "session",
            "constraints",
            "password",
            "linkProof",
            "hostKey",
            "takeOver",
            "capacity",
            "challenge",
            "counter",
          ),
          fc.string({ maxLength: 12 }),
        ),
        value,
        { maxKeys: 3 },
      ),
    )
    .map(([fields, changes]) => JSON.stringify({ ...fields, ...changes }));
  const connecting = fc
    .record({ uuid: fc.constantFrom(real.uuid, uuids[0]), userID: fc.uuid(), session: fc.uuid(), constraints })
    .map((fields) => JSON.stringify(fields));
  const asHost = fc.constant(JSON.stringify({ hostKey: "k".repeat(43) }));
  const body = fc.oneof(
    { weight: 1, arbitrary: asHost },
    { weight: 5, arbitrary: nearly },
    { weight: 1, arbitrary: connecting },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "{", "[[[[", `{"password":"${"x".repeat(limits.maxBodyBytes)}"}`, "{}"),
    },
  );
  const segment = fc.oneof(
    fc.constantFrom(
      "create",
      "connect",
      "room",
      "user",
      "generateID",
      "v1",
      "v2",
      "stored",
      "iceServers",
      "remove",
      "handOver",
      "burn",
      "offerMove",
      "takeMove",
      "",
      "..",
      "%ff",
    ),
    fc.constantFrom(...uuids, real.uuid),
    fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ""))),
    fc.stringMatching(/^[!-"$->@-~]{0,12}$/),
  );
  const known = fc.constantFrom(
    "/create",
    "/v1/create",
    "/connect",
    "/v1/connect",
    "/user/generateID",
    "/v1/user/generateID",
    "/appCheck/challenge",
    "/v1/appCheck/token",
    "/",
    ...["", "/stored", "/iceServers", "/remove", "/handOver", "/burn", "/offerMove", "/takeMove"].flatMap((end) =>
      [...uuids, real.uuid].map((id) => `/room/${id}${end}`),
    ),
  );
  const path = fc.oneof(
    { weight: 4, arbitrary: known },
    { weight: 1, arbitrary: fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join("/")}`) },
    { weight: 1, arbitrary: fc.tuple(known, fc.webQueryParameters()).map(([at, query]) => `${at}?${query}`) },
  );
  const text = fc.stringMatching(/^[ -~]{0,60}$/);
  const headers = fc.record(
    {
      "content-type": fc.oneof(fc.constantFrom("text/plain", "application/json; charset=utf-16", ""), text),
      "idempotency-key": fc.oneof(fc.constantFrom(...uuids, "1"), text),
      "content-encoding": fc.constantFrom("gzip", "identity", "br", "x"),
      origin: text,
      authorization: text,
      cookie: text,
      "x-http-method-override": fc.constantFrom("DELETE", "POST"),
      accept: text,
    },
    { requiredKeys: [] },
  );
  const asked = fc.record({
    astray: fc.option(fc.constantFrom(...servers), { freq: 2 }),
    method: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("POST", "GET") },
      { weight: 1, arbitrary: fc.constantFrom("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND") },
    ),
    path,
    headers: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ "content-type": "application/json" }) },
      { weight: 1, arbitrary: headers as fc.Arbitrary<Record<string, string>> },
    ),
    body,
  });
  return asked.map(({ astray, ...fuzz }) => ({ ...fuzz, to: astray ?? serverOf(fuzz.path) }));
}

function serverOf(path: string): (typeof servers)[number] {
  return servers.find((name) => path.includes(name)) ?? "room";
}
