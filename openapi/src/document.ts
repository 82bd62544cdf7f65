// openapi.json, made from the contract's tables: the paths, the schemas, and the error codes of
// each status.
import {
  appCheckEndpoints,
  endpoints,
  errorStatuses,
  IdempotencyKey,
  versionPath,
  type Endpoint,
  type EndpointName,
  type ErrorCode,
} from "@meetogram/contract";
import { examples } from "./examples.ts";
import { bodySchemaOf, pathFieldsOf, schemasOf, toSchema, type Schema } from "./schemas.ts";
import { en } from "./words-en.ts";
import type { EndpointWords } from "./words.ts";

export const endpointNames = Object.keys(endpoints) as EndpointName[];

type Method = Endpoint["methods"][number];

/** These errors need a body, or the header that only a POST can have. */
const postOnlyCodes: readonly ErrorCode[] = ["idempotency-conflict", "too-large", "unsupported-media-type"];
const commonCodes: readonly ErrorCode[] = ["rate-limited", "internal"];
/** Where App Check is on. */
const appCheckCodes: readonly ErrorCode[] = ["app-check-required", "app-check-unavailable"];

/**
 * The error codes that an operation can answer. A wrong method or path belongs to no operation: see
 * `components`.
 */
export function listCodes(name: EndpointName, method: Method): ErrorCode[] {
  const listed: readonly ErrorCode[] = endpoints[name].errors;
  const ofAppCheck = appCheckEndpoints.includes(name) ? [] : appCheckCodes;
  return [...listed, ...ofAppCheck, ...commonCodes].filter(
    (code) => method === "POST" || !postOnlyCodes.includes(code),
  );
}

function errorSchema(codes: readonly ErrorCode[]): Schema {
  return {
    type: "object",
    properties: {
      code: { type: "string", enum: codes },
      message: { type: "string", description: "For developers; an interface translates `code`." },
    },
    required: ["code", "message"],
    additionalProperties: false,
  };
}

const commonHeaders = {
  "Access-Control-Allow-Origin": { $ref: "#/components/headers/AnyOrigin" },
  "Cache-Control": { $ref: "#/components/headers/NeverStored" },
  RateLimit: { $ref: "#/components/headers/RateLimit" },
  "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
  "X-Request-Id": { $ref: "#/components/headers/RequestID" },
};

const headersOfCodes: Partial<Record<ErrorCode, Readonly<Record<string, object>>>> = {
  "rate-limited": { "Retry-After": { $ref: "#/components/headers/RetryAfter" } },
  "method-not-allowed": { Allow: { $ref: "#/components/headers/Allow" } },
  "app-check-required": { "WWW-Authenticate": { $ref: "#/components/headers/WwwAuthenticate" } },
};

function errorResponse(codes: readonly ErrorCode[]): object {
  const examplesByCode = codes.map((code) => {
    const { title, cause } = en.errors[code];
    return [code, { summary: title, value: { code, message: plain(cause) } }] as const;
  });
  return {
    description: codes.map((code) => `\`${code}\`: ${en.errors[code].title}.`).join(" "),
    headers: Object.assign({ ...commonHeaders }, ...codes.map((code) => headersOfCodes[code] ?? {})),
    content: { "application/json": { schema: errorSchema(codes), examples: Object.fromEntries(examplesByCode) } },
  };
}

function errorResponses(codes: readonly ErrorCode[]): Record<string, object> {
  const statuses = [...new Set(codes.map((code) => errorStatuses[code]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [String(status), errorResponse(codes.filter((code) => errorStatuses[code] === status))]),
  );
}

function operation(name: EndpointName, method: Method): object {
  const words: EndpointWords<EndpointName> = en.endpoints[name];
  const { methods } = endpoints[name] as Endpoint;
  const { request, response } = schemasOf(name, words);
  const sample: Readonly<Record<string, unknown>> = { ...examples[name].request };
  const body = bodySchemaOf(name, request);
  const inPath = pathFieldsOf(name);
  const parameters: object[] = inPath.map((field) => {
    const { description, ...schema } = request.properties?.[field] ?? {};
    return { name: field, in: "path", required: true, description, schema, example: sample[field] };
  });
  if (!appCheckEndpoints.includes(name)) parameters.push({ $ref: "#/components/parameters/AppCheck" });
  if (name === "create" && method === "POST") parameters.push({ $ref: "#/components/parameters/IdempotencyKey" });
  const example = Object.fromEntries(Object.entries(sample).filter(([field]) => !inPath.includes(field)));
  return {
    operationId: method === methods[0] ? name : `${name}By${method === "GET" ? "Get" : "Post"}`,
    summary: words.summary,
    description: words.description.join("\n\n"),
    ...(parameters.length > 0 && { parameters }),
    ...(method === "POST" && {
      requestBody: {
        required: (body.required ?? []).length > 0,
        content: { "application/json": { schema: body, example } },
      },
    }),
    responses: {
      "200": {
        description: "Done.",
        headers: commonHeaders,
        content: { "application/json": { schema: response, example: examples[name].response } },
      },
      ...errorResponses(listCodes(name, method)),
    },
  };
}

const introduction = `Any developer may build on these requests: no key, no account. \`connect\` gives a token with which everything else is read and written in Firestore.

**CORS** is open: every answer carries \`Access-Control-Allow-Origin: *\`; \`OPTIONS\` answers 204 with the methods and headers that are allowed, for a day. Cookies are neither sent nor read. Scripts can read \`Retry-After\`, the \`RateLimit\` headers and \`X-Request-Id\`.

**HEAD** works where \`GET\` does and changes nothing. Another method is answered \`method-not-allowed\` (405) with an \`Allow\` header, another path \`not-found\` (404).

**Errors** are \`{code, message}\`. Decide by \`code\`; the set of codes of a status may grow. An answer that is not JSON comes from a proxy in front of the server.

**App Check** is off unless whoever runs the server has switched it on. Where a request answers \`app-check-required\`, get a token from \`appCheck/challenge\` and \`appCheck/token\` for a second of work, and send it as \`X-Firebase-AppCheck\`.

A body is JSON in UTF-8 of 16,384 bytes at most. Unknown fields are refused, and so is a query.`;

export function createDocument(): object {
  const paths = endpointNames.map((name) => {
    const { methods, path } = endpoints[name] as Endpoint;
    return [
      path,
      Object.fromEntries(methods.map((method) => [method.toLowerCase(), operation(name, method)])),
    ] as const;
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "meetogram: the open requests",
      version: "1.0.0",
      description: introduction,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [
      {
        url: versionPath,
        description: "The meetogram that serves this file; these paths stay when a later version differs",
      },
      { url: "/", description: "The same, whatever the version" },
    ],
    security: [],
    paths: Object.fromEntries(paths),
    components: {
      parameters: {
        AppCheck: {
          name: "X-Firebase-AppCheck",
          in: "header",
          required: false,
          description: "Where App Check is on: the token that `appCheck/token` gave.",
          schema: { type: "string" },
        },
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          required: false,
          description:
            "Random; one for each room you want. A repeated request with the same key, from the same address, gives the same room.",
          schema: toSchema(IdempotencyKey),
          example: "0d6f0b6f-8a11-4c8e-9a55-9f3c1f526c1e",
        },
      },
      headers: {
        AnyOrigin: { description: "Pages of any origin may send requests.", required: true, schema: { const: "*" } },
        NeverStored: { description: "No cache keeps an answer.", required: true, schema: { const: "no-store" } },
        RateLimit: {
          description:
            "How many requests this address has left (`r`), and in how many seconds it has all of them again (`t`).",
          schema: { type: "string", pattern: '^"[a-z]+";r=[0-9]+;t=[0-9]+$' },
          example: '"caller";r=119;t=1',
        },
        RateLimitPolicy: {
          description: "How many requests (`q`) an address has in a window of `w` seconds.",
          schema: { type: "string", pattern: '^"[a-z]+";q=[0-9]+;w=[0-9]+$' },
          example: '"caller";q=120;w=60',
        },
        RequestID: {
          description: "Finds this request in the log of the server. Tell it to the operator if something fails.",
          schema: { type: "string", pattern: "^[0-9a-f]{32}$" },
          example: "4bf92f3577b34da6a3ce929d0e0e4736",
        },
        RetryAfter: {
          description: "Seconds to wait before the next request.",
          required: true,
          schema: { type: "integer", minimum: 0 },
        },
        WwwAuthenticate: {
          description: "What the request needs: a token of Firebase App Check.",
          required: true,
          schema: { const: "FirebaseAppCheck" },
        },
        Allow: { description: "The methods of this path.", required: true, schema: { type: "string" } },
      },
      responses: {
        NotFound: errorResponse(["not-found"]),
        MethodNotAllowed: errorResponse(["method-not-allowed"]),
      },
    },
  };
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}

/** The text of the committed file. */
export function printDocument(): string {
  return `${JSON.stringify(createDocument(), null, 2)}\n`;
}
