// The method and path of each open request. The compiler compares them with the contract's table.
// Only types are imported from the contract, so that its schemas stay out of the bundle.
import type { EndpointName, endpoints, ErrorCode, RequestOf } from "@meetogram/contract";

type Endpoints = typeof endpoints;

export const routes = {
  create: "POST /create",
  generateID: "POST /user/generateID",
  room: "GET /room/{uuid}",
  stored: "GET /room/{uuid}/stored",
  iceServers: "POST /room/{uuid}/iceServers",
  remove: "POST /room/{uuid}/remove",
  handOver: "POST /room/{uuid}/handOver",
  burn: "POST /room/{uuid}/burn",
  offerMove: "POST /room/{uuid}/offerMove",
  takeMove: "POST /room/{uuid}/takeMove",
  connect: "POST /connect",
  appCheckChallenge: "GET /appCheck/challenge",
  appCheckToken: "POST /appCheck/token",
} satisfies { [N in EndpointName]: `${Endpoints[N]["methods"][0]} ${Endpoints[N]["path"]}` };

/**
 * Which requests may be retried when no answer arrived. Reading changes nothing. An ID that nobody
 * received belongs to nobody. Connecting again with the same session gives the same seat. A removed
 * participant stays removed. An offer replaces itself. A request that is not listed is sent once.
 */
export const retryPolicies: Partial<Record<EndpointName, "always" | "with-idempotency-key">> = {
  create: "with-idempotency-key",
  generateID: "always",
  room: "always",
  stored: "always",
  iceServers: "always",
  remove: "always",
  offerMove: "always",
  connect: "always",
  appCheckChallenge: "always",
};

/** Requests without fields. Their methods take options only. */
export type EmptyName = { [N in EndpointName]: keyof RequestOf<N> extends never ? N : never }[EndpointName];

const empty = { generateID: true, appCheckChallenge: true } satisfies Record<EmptyName, true>;

export function isEmpty(name: EndpointName): boolean {
  return Object.hasOwn(empty, name);
}

const codes = {
  "invalid-request": true,
  "room-expired": true,
  "app-check-required": true,
  "wrong-link": true,
  "wrong-password": true,
  removed: true,
  refused: true,
  "room-locked": true,
  "host-only": true,
  "wrong-challenge": true,
  "challenge-expired": true,
  "insufficient-work": true,
  "room-not-found": true,
  "participant-not-found": true,
  "app-check-off": true,
  "not-found": true,
  "method-not-allowed": true,
  "already-connected": true,
  "room-full": true,
  "host-expected": true,
  "idempotency-conflict": true,
  "too-large": true,
  "unsupported-media-type": true,
  "rate-limited": true,
  internal: true,
  "app-check-unavailable": true,
} satisfies Record<ErrorCode, true>;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(codes, value);
}
