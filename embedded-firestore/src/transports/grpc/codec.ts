// Converts protobuf bytes to ProtoJSON and back. Differs from the standard mapping in one point:
// negative zero becomes the string "-0", because JSON.stringify would lose the sign.

import type protobuf from "protobufjs";
import { fromProto3JSON, toProto3JSON, type JSONValue } from "proto3-json-serializer";
import { FirestoreError } from "../../engine/index.ts";
import type { Message } from "../../service/protocol/firestore-service.ts";

export function decodeMessage(type: protobuf.Type, bytes: Uint8Array): Message {
  try {
    return keepNegativeZero(toProto3JSON(type.decode(bytes))) as Message;
  } catch (error) {
    throw new FirestoreError("INVALID_ARGUMENT", `Cannot read ${type.name}: ${String(error)}`);
  }
}

export function encodeMessage(type: protobuf.Type, message: Message): Buffer {
  const encoded = fromProto3JSON(type, message as JSONValue);
  if (!encoded) throw new Error(`${type.name} cannot be encoded`);
  const bytes = type.encode(encoded).finish();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Changes the tree in place: it was just created and nobody else holds it. */
function keepNegativeZero(node: unknown): unknown {
  if (Object.is(node, -0)) return "-0";
  if (typeof node !== "object" || node === null) return node;
  const entries = node as Record<string, unknown>;
  for (const key of Object.keys(entries)) {
    const child = entries[key];
    const kept = keepNegativeZero(child);
    if (kept !== child || Object.is(child, -0)) entries[key] = kept;
  }
  return node;
}
