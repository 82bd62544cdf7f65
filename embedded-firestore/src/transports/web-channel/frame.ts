// The wire format of WebChannel 8. Frames are `<length>\n<JSON>`, with the length in UTF-16 code
// units. The client sends forms.

import { FirestoreError } from "../../engine/index.ts";
import { parseJson } from "../encoding/body.ts";

export function encodeFrame(payload: unknown): string {
  const json = JSON.stringify(payload);
  return `${json.length}\n${json}`;
}

export interface ForwardForm {
  /** Headers of the stream, with lower-case names. Only the handshake has them. */
  readonly headers: ReadonlyMap<string, string>;
  /** The number of the first message, counted over the whole session. */
  readonly offset: number;
  readonly messages: unknown[];
}

export function parseForwardForm(body: string): ForwardForm {
  const form = new URLSearchParams(body);
  const count = Number(form.get("count") ?? 0);
  const offset = Number(form.get("ofs") ?? 0);
  if (!Number.isInteger(count) || !Number.isInteger(offset) || count < 0 || offset < 0) {
    throw new FirestoreError("INVALID_ARGUMENT", "count and ofs must be whole numbers.");
  }
  const messages = [];
  for (let index = 0; index < count; index += 1) {
    const data = form.get(`req${index}___data__`);
    if (data === null) throw new FirestoreError("INVALID_ARGUMENT", `Message ${index} is missing.`);
    messages.push(parseJson(data));
  }
  return { headers: parseHeaders(form.get("headers") ?? ""), offset, messages };
}

function parseHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}
