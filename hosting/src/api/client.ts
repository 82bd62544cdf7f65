// The open requests, typed from the contract's table. Every failure is an ApiError: with the server's code, or "network" when no
// answer that could be read has come. An abort stays an abort.
import {
  endpoints,
  isErrorCode,
  type EndpointName,
  type ErrorCode,
  type RequestOf,
  type ResponseOf,
} from "@meetogram/contract";
import * as v from "valibot";

export class ApiError extends Error {
  readonly code: ErrorCode | "network";
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode | "network",
    status: number,
    options: { retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(`${code} (${status})`, { cause: options.cause });
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

interface RequestOptions {
  signal?: AbortSignal;
}

export interface Api {
  create(body: RequestOf<"create">, options?: RequestOptions): Promise<ResponseOf<"create">>;
  generateID(options?: RequestOptions): Promise<ResponseOf<"generateID">>;
  room(params: RequestOf<"room">, options?: RequestOptions): Promise<ResponseOf<"room">>;
  connect(body: RequestOf<"connect">, options?: RequestOptions): Promise<ResponseOf<"connect">>;
}

export function createApi(options: { baseURL?: string; fetch?: typeof fetch } = {}): Api {
  const baseURL = options.baseURL ?? "";
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);

  async function request<N extends EndpointName>(
    name: N,
    body: RequestOf<N>,
    { signal }: RequestOptions = {},
  ): Promise<ResponseOf<N>> {
    const endpoint = endpoints[name];
    const fields: Record<string, unknown> = { ...body };
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, field: string) => {
      const value = encodeURIComponent(String(fields[field]));
      delete fields[field];
      return value;
    });
    const method = endpoint.methods[0];
    const init: RequestInit = { method, credentials: "omit", cache: "no-store", signal: signal ?? null };
    if (method === "POST") {
      init.headers = { "content-type": "application/json" };
      init.body = JSON.stringify(fields);
    }
    let response: Response;
    let answer: unknown;
    try {
      response = await send(baseURL + path, init);
      answer = await response.json();
    } catch (cause) {
      signal?.throwIfAborted();
      throw new ApiError("network", 0, { cause });
    }
    if (!response.ok) throw readError(response, answer);
    const parsed = v.safeParse(endpoint.response, answer);
    if (!parsed.success) throw new ApiError("network", response.status, { cause: parsed.issues });
    return parsed.output as ResponseOf<N>;
  }

  return {
    create: (body, options) => request("create", body, options),
    generateID: (options) => request("generateID", {}, options),
    room: (params, options) => request("room", params, options),
    connect: (body, options) => request("connect", body, options),
  };
}

function readError(response: Response, answer: unknown): ApiError {
  const code = typeof answer === "object" && answer !== null && "code" in answer ? answer.code : undefined;
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new ApiError(isErrorCode(code) ? code : "internal", response.status, {
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1_000 : undefined,
  });
}
