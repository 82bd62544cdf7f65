// The open requests as functions, made from the table of routes. Every failure is an ApiError,
// except an abort, which rejects with the signal's reason.
import type { EndpointName, RequestOf, ResponseOf } from "@meetogram/contract";
import { ApiError, readError } from "./api-error.ts";
import { delayBeforeRetryMs, wait } from "./retry.ts";
import { isEmpty, retryPolicies, routes, type EmptyName } from "./routes.ts";

/** Keeps a token, for a server where App Check is on. The README tells how to get one. */
export interface AppCheck {
  /** Sent with every request, if there is one. */
  token(): string | undefined;
  /** The server wants another token than `refused`. The request is sent again after this. */
  renew(refused: string | undefined, signal: AbortSignal | undefined): Promise<unknown>;
}

export interface ClientOptions {
  /** Where meetogram is served, without a slash at the end. Not needed in meetogram's own pages. */
  readonly baseURL?: string;
  readonly fetch?: typeof fetch;
  /** How often a failed request is retried, if a retry is safe. The default is 2. */
  readonly retries?: number;
  readonly appCheck?: AppCheck;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface CreateOptions extends CallOptions {
  /** Random; one for each room you want. With it, a retry cannot create a second room. */
  readonly idempotencyKey?: string;
}

type OptionsOf<N extends EndpointName> = N extends "create" ? CreateOptions : CallOptions;
type MethodOf<N extends EndpointName> = N extends "create" ? "createRoom" : N;

/**
 * One method for each open request. If a request has no fields, its method takes the options only.
 * If no field is required, the request may be omitted.
 */
export type Client = {
  readonly [N in EndpointName as MethodOf<N>]: N extends EmptyName
    ? (options?: OptionsOf<N>) => Promise<ResponseOf<N>>
    : object extends RequestOf<N>
      ? (request?: RequestOf<N>, options?: OptionsOf<N>) => Promise<ResponseOf<N>>
      : (request: RequestOf<N>, options?: OptionsOf<N>) => Promise<ResponseOf<N>>;
};

export function createClient({ baseURL = "", retries = 2, appCheck, ...options }: ClientOptions = {}): Client {
  const send = options.fetch ?? ((input: string, init: RequestInit) => fetch(input, init));

  async function sendWithRetries(
    name: EndpointName,
    request: object,
    { signal, idempotencyKey }: CreateOptions,
  ): Promise<unknown> {
    const policy = retryPolicies[name];
    const hasKey = policy === "with-idempotency-key" && idempotencyKey !== undefined;
    const maxRetries = policy === "always" || hasKey ? retries : 0;
    const { path, init } = toFetchArguments(routes[name], request);
    if (hasKey) init.headers["idempotency-key"] = idempotencyKey;
    let hasRenewed = false;
    for (let attempt = 0; ; attempt += 1) {
      const token = appCheck?.token();
      if (token !== undefined) init.headers["x-firebase-appcheck"] = token;
      try {
        return await sendOnce(baseURL + path, { ...init, signal: signal ?? null });
      } catch (error) {
        signal?.throwIfAborted();
        if (appCheck && !hasRenewed && (error as ApiError).code === "app-check-required") {
          hasRenewed = true;
          await appCheck.renew(token, signal);
          continue;
        }
        const delayMs = error instanceof ApiError ? delayBeforeRetryMs(error, attempt, maxRetries) : null;
        if (delayMs === null) throw error;
        await wait(delayMs, signal);
      }
    }
  }

  async function sendOnce(url: string, init: RequestInit): Promise<unknown> {
    let status = 0;
    try {
      const response = await send(url, init);
      status = response.status;
      const answer: unknown = await response.json();
      if (typeof answer !== "object" || answer === null) throw new TypeError("The answer is not an object.");
      if (response.ok) return answer;
      throw readError(response, answer);
    } catch (cause) {
      throw cause instanceof ApiError ? cause : new ApiError("network", status, { cause });
    }
  }

  const methods = Object.keys(routes).map((key) => {
    const name = key as EndpointName;
    const method = isEmpty(name)
      ? (callOptions: CreateOptions = {}) => sendWithRetries(name, {}, callOptions)
      : (request: object = {}, callOptions: CreateOptions = {}) => sendWithRetries(name, request, callOptions);
    return [name === "create" ? "createRoom" : name, method] as const;
  });
  return Object.fromEntries(methods) as unknown as Client;
}

/** The fields that the path names go into the path, all others into the body. */
function toFetchArguments(route: string, request: object) {
  const [method = "", pattern = ""] = route.split(" ");
  const fields: Record<string, unknown> = { ...request };
  const path = pattern.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = encodeURIComponent(String(fields[field]));
    delete fields[field];
    return value;
  });
  const headers: Record<string, string> = {};
  // The types of Node know no `cache`.
  const init: RequestInit & { headers: typeof headers; cache: "no-store" } = {
    method,
    headers,
    credentials: "omit",
    cache: "no-store",
  };
  if (method !== "GET") {
    headers["content-type"] = "application/json";
    init.body = JSON.stringify(fields);
  }
  return { path, init };
}
