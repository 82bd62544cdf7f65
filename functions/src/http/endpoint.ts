// From the contract's table to an Express router: paths, methods, the request's schema. The one adapter of every route; a
// route adds only what it answers.
import { endpoints, versionPath, type EndpointName, type RequestOf, type ResponseOf } from "@meetogram/contract";
import { Router, type Request } from "express";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { keepRawBody, readJsonBody } from "./body.ts";
import { callerOf } from "./caller.ts";

/** What a route may know of a request beside its fields. */
export interface RequestContext {
  /** The caller's network, where it is known: for limits, never to be kept. */
  readonly caller: string | undefined;
  readonly idempotencyKey: string | undefined;
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
  router.all(pathsOf(path), keepRawBody, async (request, response) => {
    response.set("Allow", allow);
    if (request.method === "OPTIONS") {
      response.set("Access-Control-Allow-Methods", allow);
      response.set("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key");
      response.set("Access-Control-Max-Age", "86400");
      response.status(204).end();
      return;
    }
    const isHead = request.method === "HEAD" && accepted.includes("GET");
    if (!isHead && !accepted.includes(request.method)) {
      throw new ApiError("method-not-allowed", `${path} is asked by ${methods.join(" or ")}.`);
    }
    if (isHead && !isSafe) {
      // HEAD promises to change nothing, and this GET makes something.
      response.status(200).end();
      return;
    }
    const context = { caller: callerOf(request).client, idempotencyKey: request.get("idempotency-key") };
    response.status(200).json(await answer(parseRequest<N>(schema, request), context));
  });
  return router;
}

/** Hosting passes the whole path on; asked at its own address, a function sees only what follows its name. */
function pathsOf(path: string): string[] {
  const pattern = path.replaceAll(/\{(\w+)\}/g, ":$1");
  const parameters = pattern.indexOf("/:");
  return [pattern, versionPath + pattern, parameters < 0 ? "/" : pattern.slice(parameters)];
}

function parseRequest<N extends EndpointName>(schema: v.GenericSchema, request: Request): RequestOf<N> {
  // A query is refused, not ignored: somebody who writes /create?password=x believes to have protected a room.
  const [, query] = request.url.split(/\?(.*)/s);
  const [queried] = new URLSearchParams(query).keys();
  if (queried !== undefined) {
    throw new ApiError("invalid-request", `${queried}: not a field of the query; a request has none.`);
  }
  const result = v.safeParse(schema, fieldsOf(request));
  if (!result.success) {
    throw new ApiError("invalid-request", describe(result.issues[0]));
  }
  return result.output as RequestOf<N>;
}

function fieldsOf(request: Request): Record<string, unknown> {
  const body = request.method === "POST" ? readJsonBody(request) : {};
  const twice = Object.keys(request.params).find((field) => Object.hasOwn(body, field));
  if (twice !== undefined) {
    throw new ApiError("invalid-request", `${twice}: stands in the path, and not in the body.`);
  }
  // Not by assignment: a field named __proto__ has to be seen as one.
  return Object.fromEntries([...Object.entries(body), ...Object.entries(request.params)]);
}

/** Names the field and what was expected, never the value: it may be a password. */
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
