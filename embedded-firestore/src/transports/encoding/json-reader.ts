// Validates ProtoJSON from HTTP against the schema. Unknown names and wrong types are
// INVALID_ARGUMENT. The result is canonical (int64 as strings, base64, times in UTC), as if it had
// come over gRPC.

import protobuf from "protobufjs";
import { FirestoreError } from "../../engine/index.ts";
import type { Message } from "../../service/protocol/firestore-service.ts";

export function readMessage(type: protobuf.Type, json: unknown, path = ""): Message {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw invalid(path, "an object is expected");
  const message: Message = {};
  const chosen = new Map<protobuf.OneOf, string>();
  for (const [name, value] of Object.entries(json)) {
    const field = type.fields[name] ?? type.fields[camelCase(name)];
    const where = path === "" ? name : `${path}.${name}`;
    if (!field) throw invalid(path, `Unknown name "${name}"`);
    if (value === undefined || (value === null && !isNull(field))) continue;
    if (field.partOf) {
      const other = chosen.get(field.partOf);
      if (other !== undefined) throw invalid(where, `only one of "${other}" and "${field.name}" may be given`);
      chosen.set(field.partOf, field.name);
    }
    message[field.name] = readField(field, value, where);
  }
  return message;
}

function readField(field: protobuf.Field, value: unknown, path: string): unknown {
  if (field instanceof protobuf.MapField) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(path, "a map is expected");
    const entries = Object.entries(value).map(([key, entry]) => [key, readSingle(field, entry, `${path}[${key}]`)]);
    // fromEntries defines own properties, so that a key such as "__proto__" stays a key.
    return Object.fromEntries(entries);
  }
  if (!field.repeated) return readSingle(field, value, path);
  if (!Array.isArray(value)) throw invalid(path, "a list is expected");
  return value.map((element, index) => readSingle(field, element, `${path}[${index}]`));
}

function readSingle(field: protobuf.Field, value: unknown, path: string): unknown {
  const type = field.resolvedType;
  if (type instanceof protobuf.Enum) return readEnum(type, value, path);
  if (type instanceof protobuf.Type) return readNested(type, value, path);
  return readScalar(field.type, value, path);
}

function readNested(type: protobuf.Type, value: unknown, path: string): unknown {
  switch (type.fullName) {
    case ".google.protobuf.Timestamp":
      return readTimestamp(value, path);
    case ".google.protobuf.Int32Value":
      return readScalar(
        "int32",
        typeof value === "object" ? (value as { value?: unknown } | null)?.value : value,
        path,
      );
    case ".google.protobuf.Int64Value":
      return readScalar("int64", value, path);
    case ".google.protobuf.DoubleValue":
      return readScalar("double", value, path);
    case ".google.protobuf.Duration":
      return value;
    default:
      return readMessage(type, value, path);
  }
}

function readEnum(type: protobuf.Enum, value: unknown, path: string): unknown {
  if (type.fullName === ".google.protobuf.NullValue") return null;
  if (typeof value === "string" && Object.hasOwn(type.values, value)) return value;
  const name = typeof value === "number" ? type.valuesById[value] : undefined;
  if (name === undefined) throw invalid(path, `${JSON.stringify(value)} is not a ${type.name}`);
  return name;
}

function readScalar(type: string, value: unknown, path: string): unknown {
  switch (type) {
    case "string":
      if (typeof value === "string") return value;
      break;
    case "bool":
      if (typeof value === "boolean") return value;
      break;
    case "bytes":
      if (typeof value === "string") return value.replaceAll("-", "+").replaceAll("_", "/");
      break;
    case "int32":
      if (Number.isInteger(Number(value)) && value !== "") return Number(value);
      break;
    case "int64":
      if (isInt64(value)) return String(value);
      break;
    case "double":
    case "float":
      return readDouble(value, path);
  }
  throw invalid(path, `${JSON.stringify(value)} is not of type ${type}`);
}

function readDouble(value: unknown, path: string): unknown {
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "number") return value;
  if (value === "NaN" || value === "Infinity" || value === "-Infinity" || value === "-0") return value;
  if (typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value))) return Number(value);
  throw invalid(path, `${JSON.stringify(value)} is not a number`);
}

function isInt64(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "string" || !/^-?\d{1,19}$/.test(value)) return false;
  return BigInt.asIntN(64, BigInt(value)) === BigInt(value);
}

const timestampPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

function readTimestamp(value: unknown, path: string): string {
  if (typeof value === "object" && value !== null) return readTimestampParts(value, path);
  const parts = typeof value === "string" ? timestampPattern.exec(value) : null;
  const seconds = parts ? Date.parse(`${parts[1]}${parts[3]}`) : Number.NaN;
  if (!parts || Number.isNaN(seconds)) throw invalid(path, `${JSON.stringify(value)} is not a timestamp`);
  return new Date(seconds).toISOString().replace(/\.000Z$/, `${parts[2] ?? ""}Z`);
}

/** `{seconds, nanos}`: the form of the read times in the web SDK's transactions. */
function readTimestampParts(value: object, path: string): string {
  const { seconds = 0, nanos = 0 } = value as { seconds?: unknown; nanos?: unknown };
  const whole = Number(seconds);
  const isValid = Number.isSafeInteger(whole) && Number.isInteger(nanos) && Math.abs(whole) < 8.64e12;
  if (!isValid) throw invalid(path, "not a timestamp");
  return new Date(whole * 1000).toISOString().replace(/\.000Z$/, `.${String(nanos).padStart(9, "0")}Z`);
}

function isNull(field: protobuf.Field): boolean {
  return field.resolvedType instanceof protobuf.Enum && field.resolvedType.name === "NullValue";
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function invalid(path: string, problem: string): FirestoreError {
  const where = path === "" ? "" : ` at '${path}'`;
  return new FirestoreError("INVALID_ARGUMENT", `Invalid JSON payload received${where}: ${problem}.`);
}
