// HTTP requests whose answers are JSON, by Node's own client: in a new process its first request
// costs a quarter of what `fetch` costs. Connections are kept open for 5 s.
import http from "node:http";
import https from "node:https";

export interface JsonRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** With a body it is a POST, without one a GET. */
  readonly body?: object;
  readonly timeoutMs?: number;
}

export interface JsonAnswer {
  readonly status: number;
  readonly text: string;
  /** Undefined if the answer is not JSON. */
  readonly body: unknown;
}

const defaultTimeoutMs = 10_000;

/** Rejects only if there is no answer. */
export async function requestJson(url: string, request: JsonRequest = {}): Promise<JsonAnswer> {
  for (;;) {
    const attempt = send(url, request);
    try {
      return await attempt.answer;
    } catch (error) {
      // The server has closed a kept connection at this moment, and has not read the request:
      // https://nodejs.org/api/http.html#requestreusedsocket
      if (!attempt.isOnKeptConnection() || (error as { code?: unknown }).code !== "ECONNRESET") throw error;
    }
  }
}

function send(url: string, { headers, body, timeoutMs = defaultTimeoutMs }: JsonRequest) {
  const text = body && JSON.stringify(body);
  const options = {
    method: text === undefined ? "GET" : "POST",
    headers: {
      ...headers,
      ...(text !== undefined && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
    },
    timeout: timeoutMs,
  };
  const request = url.startsWith("https:") ? https.request(url, options) : http.request(url, options);
  const answer = new Promise<JsonAnswer>((resolve, reject) => {
    request.on("error", reject);
    request.on("timeout", () => request.destroy(new Error(`${request.host} does not answer.`)));
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const received = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, text: received, body: parse(received) });
      });
    });
  });
  request.end(text);
  return { answer, isOnKeptConnection: () => request.reusedSocket };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
