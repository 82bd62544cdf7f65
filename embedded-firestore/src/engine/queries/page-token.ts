// Page tokens: the position of the last result, as JSON in base64. Opaque to clients. Checked when
// a client sends one back.
import { FirestoreError } from "../values/errors.ts";

export function encodePageToken(position: unknown): string {
  const ascii = JSON.stringify(position).replace(/[\u0080-\uffff]/gu, escapeUnits);
  return btoa(ascii);
}

/** Undefined if there is no token or it is empty. */
export function decodePageToken(token: string | undefined): unknown {
  if (!token) return undefined;
  try {
    return JSON.parse(atob(token));
  } catch {
    throw new FirestoreError("INVALID_ARGUMENT", "Invalid page token.");
  }
}

/** Undefined for 0 or no size: the method then uses its default. */
export function parsePageSize(pageSize: number | undefined): number | undefined {
  if (!pageSize) return undefined;
  if (pageSize < 0) throw new FirestoreError("INVALID_ARGUMENT", "Page size is negative.");
  return pageSize;
}

function escapeUnits(text: string): string {
  return `\\u${text.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
