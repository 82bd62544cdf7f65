// Timestamps: RFC 3339 in UTC with exactly six decimals. Finer digits are cut off. The strings sort
// in order of time.
import { FirestoreError } from "./errors.ts";

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/u;
const EARLIEST_MICROS = -62_135_596_800_000_000n;
const LATEST_MICROS = 253_402_300_799_999_999n;

/** Microseconds since 1970. */
export function parseTimestamp(text: string): bigint {
  const found = RFC_3339.exec(text);
  if (!found) throw invalid(text);
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal) throw invalid(text);
  const offsetMinutes = (found[8] === "-" ? -1 : 1) * (Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0));
  const seconds = date.getTime() / 1000 - offsetMinutes * 60;
  const micros = BigInt(seconds) * 1_000_000n + BigInt((found[7] ?? "").slice(0, 6).padEnd(6, "0"));
  if (micros < EARLIEST_MICROS || micros > LATEST_MICROS) throw invalid(text);
  return micros;
}

export function formatTimestamp(micros: bigint): string {
  const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const date = new Date(Number((micros - fraction) / 1000n));
  return `${date.toISOString().slice(0, 19)}.${String(fraction).padStart(6, "0")}Z`;
}

export function normalizeTimestamp(text: string): string {
  return formatTimestamp(parseTimestamp(text));
}

function invalid(text: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", `Invalid timestamp "${text}".`);
}
