// Field paths in the syntax of the protocol: segments joined by dots. A segment that is not a
// simple identifier stands in backticks.
import { FirestoreError } from "./errors.ts";
import { compareUtf8 } from "./utf8.ts";

export type FieldPath = readonly string[];

/** The path that refers to the document itself in queries. */
export const DOCUMENT_NAME: FieldPath = ["__name__"];

const SEGMENT = /(?:([A-Za-z_][A-Za-z0-9_]*)|`((?:[^`\\]|\\.)*)`)(\.|$)/suy;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/u;

export function parseFieldPath(text: string): FieldPath {
  const segments: string[] = [];
  let position = 0;
  let isOpen = true;
  while (isOpen) {
    SEGMENT.lastIndex = position;
    const found = SEGMENT.exec(text);
    const segment = found?.[1] ?? found?.[2]?.replace(/\\(.)/gsu, "$1");
    if (!found || !segment) throw new FirestoreError("INVALID_ARGUMENT", `Invalid property path "${text}".`);
    segments.push(segment);
    position = SEGMENT.lastIndex;
    isOpen = found[3] === ".";
  }
  return segments;
}

export function formatFieldPath(path: FieldPath): string {
  return path.map(formatSegment).join(".");
}

function formatSegment(segment: string): string {
  return IDENTIFIER.test(segment) ? segment : `\`${segment.replace(/[\\`]/gu, "\\$&")}\``;
}

export function isDocumentName(path: FieldPath): boolean {
  return path.length === 1 && path[0] === "__name__";
}

export function equalFieldPaths(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && a.every((segment, i) => segment === b[i]);
}

export function isFieldPathPrefix(prefix: FieldPath, path: FieldPath): boolean {
  return prefix.length <= path.length && prefix.every((segment, i) => segment === path[i]);
}

/** The order in which a query adds its implicit orders. */
export function compareFieldPaths(a: FieldPath, b: FieldPath): number {
  for (const [i, segment] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const order = compareUtf8(segment, other);
    if (order !== 0) return order;
  }
  return a.length === b.length ? 0 : -1;
}
