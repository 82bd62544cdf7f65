// The namespace `hashing`. Hashes bytes, or a string as UTF-8.
import type { Meter } from "../values/meter.ts";
import type { RuleValue } from "../values/values.ts";
import { checksum, CRC32, CRC32C } from "./checksum.ts";
import { md5, sha256 } from "./digest.ts";
import type { LibraryFunction } from "./types.ts";
import { define, isType, refuse } from "./types.ts";

const encoder = new TextEncoder();

function bytesOf(value: RuleValue | undefined, meter: Meter): Uint8Array {
  const bytes = typeof value === "string" ? encoder.encode(value) : isType(value, "bytes") ? value.bytes : undefined;
  if (bytes === undefined) return refuse("string or bytes", value);
  meter.make(bytes.length);
  // Hashing a byte costs about ten times as much as reading it.
  meter.spend(bytes.length * 9);
  return bytes;
}

function hash(compute: (bytes: Uint8Array) => Uint8Array): LibraryFunction {
  return define(1, ([value], { meter }) => ({ type: "bytes", bytes: compute(bytesOf(value, meter)) }));
}

export const HASHING_FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  crc32: hash((bytes) => checksum(bytes, CRC32)),
  crc32c: hash((bytes) => checksum(bytes, CRC32C)),
  md5: hash(md5),
  sha256: hash(sha256),
};
