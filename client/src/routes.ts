// How each open request is sent, held to the contract's table by the compiler: a request that is missing here or differs there does
// not compile. Only types come from the contract, so that its schemas stay out of the bundle.
import type { EndpointName, endpoints, ErrorCode, RequestOf } from "@meetogram/contract";

type Endpoints = typeof endpoints;

export const routes = {
  create: "POST /create",
  generateID: "POST /user/generateID",
  room: "GET /room/{uuid}",
  stored: "GET /room/{uuid}/stored",
  remove: "POST /room/{uuid}/remove",
  handOver: "POST /room/{uuid}/handOver",
  burn: "POST /room/{uuid}/burn",
  connect: "POST /connect",
} satisfies { [N in EndpointName]: `${Endpoints[N]["methods"][0]} ${Endpoints[N]["path"]}` };

/**
 * What may be asked again when no answer has come. Reading changes nothing; an ID that nobody received is nobody's; connecting the
 * same session again gives the same seat, and who is removed stays removed. Whatever is not listed is asked once.
 */
export const repeatable: Partial<Record<EndpointName, "always" | "with-idempotency-key">> = {
  create: "with-idempotency-key",
  generateID: "always",
  room: "always",
  stored: "always",
  remove: "always",
  connect: "always",
};

/** Requests without a field: their functions take options only. */
export type EmptyName = { [N in EndpointName]: keyof RequestOf<N> extends never ? N : never }[EndpointName];

const empty = { generateID: true } satisfies Record<EmptyName, true>;

export function isEmpty(name: EndpointName): boolean {
  return Object.hasOwn(empty, name);
}

const codes = {
  "invalid-request": true,
  "room-expired": true,
  "wrong-password": true,
  removed: true,
  "room-locked": true,
  "host-only": true,
  "room-not-found": true,
  "participant-not-found": true,
  "not-found": true,
  "method-not-allowed": true,
  "already-connected": true,
  "room-full": true,
  "idempotency-conflict": true,
  "too-large": true,
  "unsupported-media-type": true,
  "rate-limited": true,
  internal: true,
} satisfies Record<ErrorCode, true>;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(codes, value);
}
