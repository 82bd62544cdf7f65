// Vector search: the documents in a query's result whose vectors are nearest to the query vector.
// Exact: compares every vector.
import { documentField } from "./document-field.ts";
import { FirestoreError } from "../values/errors.ts";
import { parseFieldPath } from "../values/field-path.ts";
import { setField } from "../values/fields.ts";
import { doubleValue, isNumber, toDouble } from "../values/numbers.ts";
import { compareNames } from "../values/resource-name.ts";
import { vectorElements } from "../values/value-order.ts";
import type { FindNearest } from "./query.ts";
import type { FindNearestMessage } from "./query-messages.ts";
import type { Document, Value } from "../values/values.ts";

const MAX_LIMIT = 1000;
const MAX_DIMENSIONS = 2048;

const MEASURES: Readonly<
  Record<FindNearest["distanceMeasure"], (a: readonly number[], b: readonly number[]) => number>
> = {
  EUCLIDEAN: (a, b) => Math.hypot(...a.map((each, i) => each - (b[i] ?? 0))),
  COSINE: (a, b) => 1 - dot(a, b) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b))),
  DOT_PRODUCT: dot,
};

export function parseFindNearest(message: FindNearestMessage): FindNearest {
  const { vectorField, queryVector, distanceMeasure = "", distanceResultField, distanceThreshold } = message;
  const vector = queryVector && vectorOf(queryVector);
  if (!vector || vector.length === 0) throw invalid("find_nearest needs a query vector.");
  if (vector.length > MAX_DIMENSIONS) throw invalid(`Vectors have ${MAX_DIMENSIONS} dimensions at most.`);
  if (!isMeasure(distanceMeasure)) throw invalid(`Unknown distance measure "${distanceMeasure}".`);
  const limit = Number(message.limit ?? 0);
  if (!(limit >= 1 && limit <= MAX_LIMIT))
    throw invalid(`The limit of find_nearest must lie between 1 and ${MAX_LIMIT}.`);
  return {
    path: parseFieldPath(vectorField?.fieldPath ?? ""),
    vector,
    distanceMeasure,
    limit,
    ...(distanceResultField ? { distanceResultPath: parseFieldPath(distanceResultField) } : {}),
    ...(distanceThreshold === undefined || distanceThreshold === null
      ? {}
      : { distanceThreshold: Number(distanceThreshold) }),
  };
}

/**
 * Sorted from nearest to farthest. For DOT_PRODUCT, the largest product is the nearest. Skips
 * documents without a vector of that dimension.
 */
export function findNearest(documents: readonly Document[], options: FindNearest): Document[] {
  const { path, vector, distanceMeasure, limit, distanceResultPath, distanceThreshold } = options;
  const sign = distanceMeasure === "DOT_PRODUCT" ? -1 : 1;
  const ranked = documents.flatMap((document) => {
    const value = documentField(document, path);
    const other = value && vectorOf(value);
    if (other?.length !== vector.length) return [];
    const distance = MEASURES[distanceMeasure](vector, other);
    const isFar = distanceThreshold !== undefined && distance * sign > distanceThreshold * sign;
    return Number.isNaN(distance) || isFar ? [] : [{ document, distance }];
  });
  ranked.sort((a, b) => (a.distance - b.distance) * sign || compareNames(a.document.name, b.document.name));
  return ranked.slice(0, limit).map(({ document, distance }) => {
    if (!distanceResultPath) return document;
    return { ...document, fields: setField(document.fields, distanceResultPath, doubleValue(distance)) };
  });
}

function vectorOf(value: Value): number[] | undefined {
  return vectorElements(value)?.map((element) => (isNumber(element) ? toDouble(element) : Number.NaN));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0);
}

function isMeasure(text: string): text is FindNearest["distanceMeasure"] {
  return Object.hasOwn(MEASURES, text);
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
