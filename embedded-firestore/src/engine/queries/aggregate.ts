// count, sum and average over the result of a query. Integers are summed exactly. A sum that
// overflows 64 bits or includes a double is a double. As documented, a document counts only if it
// has every aggregated field.
import { FirestoreError } from "../values/errors.ts";
import { documentField } from "./document-field.ts";
import { parseFieldPath } from "../values/field-path.ts";
import type { FieldPath } from "../values/field-path.ts";
import { doubleValue, integerValue, isInt64, isNumber, toDouble } from "../values/numbers.ts";
import type { NumberValue } from "../values/numbers.ts";
import type { AggregationMessage } from "./query-messages.ts";
import type { Document, Fields, Value } from "../values/values.ts";

const MAX_AGGREGATIONS = 5;

export type Aggregation = { readonly alias: string } & (
  | { readonly kind: "count"; readonly upTo?: number }
  | { readonly kind: "sum" | "avg"; readonly path: FieldPath }
);

export function parseAggregations(messages: readonly AggregationMessage[]): Aggregation[] {
  if (messages.length === 0) throw invalid("An aggregation query must have at least one aggregation.");
  if (messages.length > MAX_AGGREGATIONS) {
    throw invalid(`The maximum number of aggregations allowed in an aggregation query is ${MAX_AGGREGATIONS}.`);
  }
  let unnamed = 0;
  const aggregations = messages.map((each) => parseAggregation(each, each.alias || `field_${(unnamed += 1)}`));
  if (new Set(aggregations.map(({ alias }) => alias)).size < aggregations.length) {
    throw invalid("Aliases of aggregations must be unique.");
  }
  return aggregations;
}

export function aggregate(documents: readonly Document[], aggregations: readonly Aggregation[]): Fields {
  const paths = aggregations.flatMap((each) => (each.kind === "count" ? [] : [each.path]));
  const complete = documents.filter((document) => paths.every((path) => documentField(document, path) !== undefined));
  return Object.fromEntries(aggregations.map((each) => [each.alias, aggregateOne(complete, each)]));
}

function parseAggregation(message: AggregationMessage, alias: string): Aggregation {
  if (message.count) {
    const { upTo } = message.count;
    if (upTo === undefined || upTo === null) return { alias, kind: "count" };
    if (!(Number(upTo) > 0)) throw invalid("upTo must be greater than zero.");
    return { alias, kind: "count", upTo: Number(upTo) };
  }
  const kind = message.sum ? "sum" : "avg";
  const operand = message.sum ?? message.avg;
  if (!operand) throw invalid(`The aggregation "${alias}" names no operation.`);
  return { alias, kind, path: parseFieldPath(operand.field?.fieldPath ?? "") };
}

function aggregateOne(documents: readonly Document[], aggregation: Aggregation): Value {
  switch (aggregation.kind) {
    case "count":
      return integerValue(BigInt(Math.min(documents.length, aggregation.upTo ?? Infinity)));
    case "sum":
      return sum(numbersAt(documents, aggregation.path));
    case "avg": {
      const numbers = numbersAt(documents, aggregation.path);
      return numbers.length === 0 ? { nullValue: null } : doubleValue(toDouble(sum(numbers)) / numbers.length);
    }
  }
}

function numbersAt(documents: readonly Document[], path: FieldPath): NumberValue[] {
  return documents.map((document) => documentField(document, path)).filter(isNumber);
}

function sum(numbers: readonly NumberValue[]): NumberValue {
  let integers = 0n;
  let doubles = 0;
  let isDouble = false;
  for (const number of numbers) {
    if ("integerValue" in number) integers += BigInt(number.integerValue);
    else {
      doubles += toDouble(number);
      isDouble = true;
    }
  }
  if (!isDouble) return isInt64(integers) ? integerValue(integers) : doubleValue(Number(integers));
  return doubleValue(doubles + Number(integers));
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
