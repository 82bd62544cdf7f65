// Makes an Express router from the contract's table: paths, methods, and the request's schema. A
// route only adds its answer.
import { endpoints, versionPath, type EndpointName, type RequestOf, type ResponseOf } from "@meetogram/contract";
import { Router, type Request } from "express";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import type { Caller } from "../caller.ts";
import { keepRawBody, readJsonBody } from "./body.ts";
import { readCaller } from "./caller.ts";
import { noteRequest } from "./request-log.ts";

/** What a route knows of a request in addition to its fields. */
export interface RequestContext {
  /** For limits only, never to be stored. */
  readonly caller: Caller;
  readonly idempotencyKey: string | undefined;
  readonly appCheckToken: string | undefined;
}

export function createEndpoint<N extends EndpointName>(
  name: N,
  answer: (request: RequestOf<N>, context: RequestContext) => Promise<ResponseOf<N>>,
): Router {
  const { methods, path, request: schema } = endpoints[name];
  const accepted: readonly string[] = methods;
  const isSafe = !accepted.includes("POST");
  const allow = [...methods, ...(accepted.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");

  const router = Router();
  router.all(listPaths(path), keepRawBody, async (request, response) => {
    noteRequest(response, { route: name });
    response.set("Allow", allow);
    if (request.method === "OPTIONS") {
      response.set("Access-Control-Allow-Methods", allow);
      response.set("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key, X-Firebase-AppCheck");
      response.set("Access-Control-Max-Age", "86400");
      response.status(204).end();
      return;
    }
    const isHead = request.method === "HEAD" && accepted.includes("GET");
    if (!isHead && !accepted.includes(request.method)) {
      throw new ApiError("method-not-allowed", `${path} is asked by ${methods.join(" or ")}.`);
    }
    if (isHead && !isSafe) {
      // HEAD must not change anything, and this GET would create something.
      response.status(200).end();
      return;
    }
    if (request.method === "GET" && !isSafe && isPrefetch(request)) {
      throw new ApiError("invalid-request", "A prefetch or preview creates nothing.");
    }
    const context = {
      caller: readCaller(request),
      idempotencyKey: request.get("idempotency-key"),
      appCheckToken: request.get("x-firebase-appcheck"),
    };
    const asked = parseRequest<N>(schema, request);
    noteRequest(response, { uuid: findRoom(asked) });
    const answered = await answer(asked, context);
    noteRequest(response, { uuid: findRoom(asked) ?? findRoom(answered) });
    response.status(200).json(answered);
  });
  return router;
}

function findRoom(fields: object): string | undefined {
  return "uuid" in fields && typeof fields.uuid === "string" ? fields.uuid : undefined;
}

/** The page was not asked for yet, perhaps never: https://fetch.spec.whatwg.org/#sec-purpose-header */
function isPrefetch(request: Request): boolean {
  const purposes = ["sec-purpose", "purpose", "x-purpose", "x-moz"].map((name) => request.get(name) ?? "");
  return purposes.some((purpose) => /\b(prefetch|prerender|preview|instant)\b/i.test(purpose));
}

/** Hosting passes the whole path. At its own address, a function gets the path after its name. */
function listPaths(path: string): string[] {
  const pattern = path.replaceAll(/\{(\w+)\}/g, ":$1");
  const parameters = pattern.indexOf("/:");
  return [pattern, versionPath + pattern, parameters < 0 ? "/" : pattern.slice(parameters)];
}

function parseRequest<N extends EndpointName>(schema: v.GenericSchema, request: Request): RequestOf<N> {
  // A query is refused, not ignored: with /create?password=x a caller would expect a protected
  // room.
  const [, query] = request.url.split(/\?(.*)/s);
  const [queried] = new URLSearchParams(query).keys();
  if (queried !== undefined) {
    throw new ApiError("invalid-request", `${queried}: not a field of the query; a request has none.`);
  }
  const result = v.safeParse(schema, readFields(request));
  if (!result.success) {
    throw new ApiError("invalid-request", describe(result.issues[0]));
  }
  return result.output as RequestOf<N>;
}

function readFields(request: Request): Record<string, unknown> {
  const body = request.method === "POST" ? readJsonBody(request) : {};
  const twice = Object.keys(request.params).find((field) => Object.hasOwn(body, field));
  if (twice !== undefined) {
    throw new ApiError("invalid-request", `${twice}: stands in the path, and not in the body.`);
  }
  // No assignment by name: a field named __proto__ must become a field.
  return Object.fromEntries([...Object.entries(body), ...Object.entries(request.params)]);
}

/** Names the field and the expected type, never the value, which may be a password. */
function describe(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? "request";
  if (issue.expected === "never") {
    return `${field}: unknown field.`;
  }
  if (issue.received === "undefined") {
    return `${field}: missing.`;
  }
  return `${field}: not valid${issue.expected ? `, expected ${issue.expected}` : ` (${issue.type})`}.`;
}
