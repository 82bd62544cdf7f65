// From the contract's table to an Express router: paths, methods, the request's schema. The one adapter of every route; a
// route adds only what it answers.
import { endpoints, type EndpointName, type RequestOf, type ResponseOf } from "@meetogram/contract";
import { Router, type Request } from "express";
import * as v from "valibot";
import { ApiError } from "../api-error.ts";
import { keepRawBody, readJsonBody } from "./body.ts";

export function createEndpoint<N extends EndpointName>(
  name: N,
  answer: (request: RequestOf<N>) => Promise<ResponseOf<N>>,
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
      response.set("Access-Control-Allow-Headers", "Content-Type");
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
    response.status(200).json(await answer(parseRequest<N>(schema, request)));
  });
  return router;
}

/** Hosting passes the whole path on; asked at its own address, a function sees only what follows its name. */
function pathsOf(path: string): string[] {
  const [, fixed = "", parameters = ""] = /^([^{]*?)((?:\/\{\w+\})*)$/.exec(path) ?? [];
  const pattern = parameters.replaceAll(/\{(\w+)\}/g, ":$1");
  return [fixed + pattern, pattern === "" ? "/" : pattern];
}

function parseRequest<N extends EndpointName>(schema: v.GenericSchema, request: Request): RequestOf<N> {
  // A query is refused, not ignored: somebody who writes /create?password=x believes to have protected a room.
  const [queried] = new URL(request.url, "http://localhost").searchParams.keys();
  if (queried !== undefined) {
    throw new ApiError("invalid-request", `${queried}: not a field of the query; a request has none.`);
  }
  const fields = request.method === "POST" ? readJsonBody(request) : { ...request.params };
  const result = v.safeParse(schema, fields);
  if (!result.success) {
    throw new ApiError("invalid-request", describe(result.issues[0]));
  }
  return result.output as RequestOf<N>;
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
