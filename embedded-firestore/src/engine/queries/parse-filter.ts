// Validates filters. Turns IS_NULL, IS_NAN and their negations into comparisons, and a composite
// filter with one member into that member.
import { FirestoreError } from "../values/errors.ts";
import { isDocumentName, parseFieldPath } from "../values/field-path.ts";
import { normalizeValue } from "../values/normalize-value.ts";
import type { FieldFilter, FieldOperator, Filter } from "./query.ts";
import type { FilterMessage } from "./query-messages.ts";
import type { Value } from "../values/values.ts";

const MAX_DISJUNCTIONS = 30;
const MAX_NOT_IN = 10;

/** Operators that take a list, with the maximum number of values. */
const LIST_OPERATORS: Partial<Record<FieldOperator, number>> = {
  IN: MAX_DISJUNCTIONS,
  ARRAY_CONTAINS_ANY: MAX_DISJUNCTIONS,
  NOT_IN: MAX_NOT_IN,
};

const FIELD_OPERATORS: ReadonlySet<string> = new Set<FieldOperator>([
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "EQUAL",
  "NOT_EQUAL",
  "ARRAY_CONTAINS",
  "ARRAY_CONTAINS_ANY",
  "IN",
  "NOT_IN",
]);

const UNARY_OPERATORS: Readonly<Record<string, Pick<FieldFilter, "op" | "value">>> = {
  IS_NULL: { op: "EQUAL", value: { nullValue: null } },
  IS_NOT_NULL: { op: "NOT_EQUAL", value: { nullValue: null } },
  IS_NAN: { op: "EQUAL", value: { doubleValue: "NaN" } },
  IS_NOT_NAN: { op: "NOT_EQUAL", value: { doubleValue: "NaN" } },
};

export function parseFilter(message: FilterMessage): Filter {
  const filter = parseAny(message);
  const filters = fieldFilters(filter);
  if (filters.filter(({ op }) => op === "NOT_EQUAL" || op === "NOT_IN").length > 1) {
    throw invalid("Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.");
  }
  const has = (...ops: FieldOperator[]) => filters.some(({ op }) => ops.includes(op));
  if (has("NOT_IN") && (has("IN", "ARRAY_CONTAINS_ANY") || hasOr(filter))) {
    throw invalid("'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.");
  }
  if (arrayContains(filter) > 1) {
    throw invalid("A maximum of 1 'ARRAY_CONTAINS' or 'ARRAY_CONTAINS_ANY' filter is allowed per disjunction.");
  }
  const disjunctions = countDisjunctions(filter);
  if (disjunctions > MAX_DISJUNCTIONS) {
    throw invalid(
      `The query has ${disjunctions} disjunctions in disjunctive normal form; ${MAX_DISJUNCTIONS} are allowed.`,
    );
  }
  return filter;
}

/** Every field filter inside a filter, whatever combines them. */
export function fieldFilters(filter: Filter | undefined): FieldFilter[] {
  if (!filter) return [];
  return filter.kind === "field" ? [filter] : filter.filters.flatMap(fieldFilters);
}

function parseAny(message: FilterMessage): Filter {
  if (message.compositeFilter) return parseComposite(message.compositeFilter);
  if (message.fieldFilter) return parseField(message.fieldFilter);
  if (!message.unaryFilter) throw invalid("A filter must be composite, of a field, or unary.");
  const { field, op = "" } = message.unaryFilter;
  const comparison = Object.hasOwn(UNARY_OPERATORS, op) ? UNARY_OPERATORS[op] : undefined;
  if (!comparison) throw invalid(`Unknown unary operator "${op}".`);
  return { kind: "field", path: parseFieldPath(field?.fieldPath ?? ""), ...comparison };
}

function parseComposite({ op, filters = [] }: NonNullable<FilterMessage["compositeFilter"]>): Filter {
  if (op !== "AND" && op !== "OR") throw invalid(`Unknown composite operator "${op ?? ""}".`);
  const [first, ...others] = filters.map(parseAny);
  if (!first) throw invalid("Composite filter has no filters.");
  return others.length === 0 ? first : { kind: op === "AND" ? "and" : "or", filters: [first, ...others] };
}

function parseField({ field, op = "", value }: NonNullable<FilterMessage["fieldFilter"]>): FieldFilter {
  if (!isFieldOperator(op)) throw invalid(`Unknown operator "${op}".`);
  const path = parseFieldPath(field?.fieldPath ?? "");
  const operand = normalizeValue(value ?? ({} as Value));
  const operands = LIST_OPERATORS[op] === undefined ? [operand] : listOperands(op, operand, LIST_OPERATORS[op]);
  if (isDocumentName(path)) {
    if (op === "ARRAY_CONTAINS" || op === "ARRAY_CONTAINS_ANY") throw invalid(`'${op}' cannot be used on __key__.`);
    if (!operands.every((each) => "referenceValue" in each)) throw invalid("__key__ filter value must be a Key");
  }
  return { kind: "field", path, op, value: operand };
}

function isFieldOperator(op: string): op is FieldOperator {
  return FIELD_OPERATORS.has(op);
}

function listOperands(op: string, operand: Value, most: number): readonly Value[] {
  if (!("arrayValue" in operand)) throw invalid(`'${op}' requires an ArrayValue.`);
  const values = operand.arrayValue.values ?? [];
  if (values.length === 0) throw invalid(`'${op}' requires an non-empty ArrayValue.`);
  if (values.length > most) throw invalid(`'${op}' supports up to ${most} comparison values.`);
  return values;
}

function hasOr(filter: Filter): boolean {
  return filter.kind === "or" || (filter.kind === "and" && filter.filters.some(hasOr));
}

/**
 * The largest number of filters on array elements in one disjunction. ARRAY_CONTAINS_ANY is a
 * disjunction of ARRAY_CONTAINS.
 */
function arrayContains(filter: Filter): number {
  if (filter.kind === "field") return filter.op === "ARRAY_CONTAINS" || filter.op === "ARRAY_CONTAINS_ANY" ? 1 : 0;
  const counts = filter.filters.map(arrayContains);
  return filter.kind === "or" ? Math.max(...counts) : counts.reduce((sum, count) => sum + count, 0);
}

function countDisjunctions(filter: Filter): number {
  if (filter.kind !== "field") {
    const counts = filter.filters.map(countDisjunctions);
    return counts.reduce((total, count) => (filter.kind === "or" ? total + count : total * count));
  }
  const isExpanded = filter.op === "IN" || filter.op === "ARRAY_CONTAINS_ANY";
  return isExpanded && "arrayValue" in filter.value ? (filter.value.arrayValue.values ?? []).length : 1;
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
