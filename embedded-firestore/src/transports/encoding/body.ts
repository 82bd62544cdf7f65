// Reads whole request bodies, up to a limit. A body that is not JSON is the client's error.

import type { IncomingMessage } from "node:http";
import { FirestoreError } from "../../engine/index.ts";

const maxBodyBytes = 32 * 1024 * 1024;

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let lengthBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    lengthBytes += chunk.length;
    if (lengthBytes > maxBodyBytes)
      throw new FirestoreError("INVALID_ARGUMENT", "Request payload size exceeds the limit.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FirestoreError("INVALID_ARGUMENT", "Invalid JSON payload received.");
  }
}

/** The body as an object. An empty body is an empty object. */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await readText(request);
  const json = text.trim() === "" ? {} : parseJson(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new FirestoreError("INVALID_ARGUMENT", "Invalid JSON payload received: an object is expected.");
  }
  return json as Record<string, unknown>;
}
