// The messages on the channel of files: parts of files as binary ones, everything else as JSON.
// A part is 16 bytes of its file's ID, 8 bytes of its place in the file (big-endian), and the bytes
// themselves.
import { FileFrame, fileLimits } from "@meetogram/contract";
import * as v from "valibot";
import { decodeBase64url, encodeBase64url } from "../../../../platform/base64url.ts";

const idBytes = 16;
export const headerBytes = idBytes + 8;

export interface Chunk {
  readonly id: string;
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function encodeChunk({ id, at, bytes }: Chunk): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(headerBytes + bytes.length);
  message.set(decodeBase64url(id) ?? []);
  new DataView(message.buffer).setBigUint64(idBytes, BigInt(at));
  message.set(bytes, headerBytes);
  return message;
}

/** Null for anything that no honest page sends. */
export function readMessage(data: unknown): Chunk | FileFrame | null {
  if (data instanceof ArrayBuffer) return readChunk(data);
  if (typeof data !== "string" || data.length > fileLimits.maxFrameLength) return null;
  try {
    const parsed = v.safeParse(FileFrame, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function readChunk(data: ArrayBuffer): Chunk | null {
  if (data.byteLength <= headerBytes || data.byteLength > fileLimits.maxChunkBytes) return null;
  const at = new DataView(data).getBigUint64(idBytes);
  if (at > fileLimits.maxBytes) return null;
  return {
    id: encodeBase64url(new Uint8Array(data, 0, idBytes)),
    at: Number(at),
    bytes: new Uint8Array(data, headerBytes),
  };
}
