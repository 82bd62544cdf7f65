// The ProtoJSON of responses: a repeated field or a map without entries is left out, like every
// field that has its default value.
// https://protobuf.dev/programming-guides/json/

import protobuf from "protobufjs";
import type { Message } from "../../service/protocol/firestore-service.ts";

export function writeMessage(type: protobuf.Type, message: Message): Message {
  const written: Message = {};
  for (const [name, value] of Object.entries(message)) {
    const field = type.fields[name];
    if (!isEmpty(field, value)) written[name] = field ? writeField(field, value) : value;
  }
  return written;
}

function isEmpty(field: protobuf.Field | undefined, value: unknown): boolean {
  if (field?.repeated) return Array.isArray(value) && value.length === 0;
  return field instanceof protobuf.MapField && Object.keys(value as object).length === 0;
}

function writeField(field: protobuf.Field, value: unknown): unknown {
  const type = field.resolvedType;
  if (!(type instanceof protobuf.Type)) return value;
  const write = (single: unknown): unknown =>
    typeof single === "object" && single !== null ? writeMessage(type, single as Message) : single;
  if (field.repeated) return (value as unknown[]).map(write);
  if (!(field instanceof protobuf.MapField)) return write(value);
  return Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, write(entry)]));
}
