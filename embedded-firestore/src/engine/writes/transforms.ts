// Field transforms: values that the server computes from the current value of a field. They apply
// in order, and each sees the result of the one before. Every REQUEST_TIME in a commit is the same.
import { FirestoreError } from "../values/errors.ts";
import { parseFieldPath } from "../values/field-path.ts";
import type { FieldPath } from "../values/field-path.ts";
import { getField, setField } from "../values/fields.ts";
import { normalizeElements, normalizeValue } from "../values/normalize-value.ts";
import { addNumbers, compareNumbers, isNaNValue, isNumber } from "../values/numbers.ts";
import type { NumberValue } from "../values/numbers.ts";
import { equalValues } from "../values/value-order.ts";
import type { Fields, Value } from "../values/values.ts";
import type { FieldTransform } from "./write-messages.ts";

const MAX_TRANSFORMS = 500;

type Calculation = (current: Value | undefined, at: string) => { stored: Value; result: Value };

export interface Transform {
  readonly path: FieldPath;
  readonly calculate: Calculation;
}

export function parseTransforms(transforms: readonly FieldTransform[]): Transform[] {
  if (transforms.length > MAX_TRANSFORMS) throw invalid(`A write has more than ${MAX_TRANSFORMS} transforms.`);
  return transforms.map((transform) => ({
    path: parseFieldPath(transform.fieldPath ?? ""),
    calculate: parseCalculation(transform),
  }));
}

export function applyTransforms(fields: Fields, transforms: readonly Transform[], at: string) {
  const transformResults: Value[] = [];
  let transformed = fields;
  for (const { path, calculate } of transforms) {
    const { stored, result } = calculate(getField(transformed, path), at);
    transformed = setField(transformed, path, stored);
    transformResults.push(result);
  }
  return { fields: transformed, transformResults };
}

function parseCalculation(transform: FieldTransform): Calculation {
  if (transform.setToServerValue !== undefined) {
    if (transform.setToServerValue !== "REQUEST_TIME") throw invalid("The only server value is REQUEST_TIME.");
    return (_current, at) => same({ timestampValue: at });
  }
  if (transform.increment) {
    const operand = asNumber(transform.increment, "increment");
    return (current) => same(isNumber(current) ? addNumbers(current, operand) : operand);
  }
  if (transform.maximum) return pickNumber(asNumber(transform.maximum, "maximum"), 1);
  if (transform.minimum) return pickNumber(asNumber(transform.minimum, "minimum"), -1);
  if (transform.appendMissingElements) {
    const elements = normalizeElements(transform.appendMissingElements.values);
    return (current) => arrayResult(elements.reduce(appendMissing, arrayElements(current)));
  }
  if (transform.removeAllFromArray) {
    const removed = normalizeElements(transform.removeAllFromArray.values);
    return (current) =>
      arrayResult(arrayElements(current).filter((element) => !removed.some((other) => equalValues(element, other))));
  }
  throw invalid(`The transform of "${transform.fieldPath}" names no operation.`);
}

/** NaN always wins. For equal numbers, the stored one stays, including its type. */
function pickNumber(operand: NumberValue, sign: 1 | -1): Calculation {
  return (current) => {
    if (!isNumber(current) || isNaNValue(operand)) return same(operand);
    if (isNaNValue(current)) return same(current);
    return same(compareNumbers(operand, current) * sign > 0 ? operand : current);
  };
}

function asNumber(value: Value, operation: string): NumberValue {
  const operand = normalizeValue(value);
  if (!isNumber(operand)) throw invalid(`The operand of ${operation} must be an integer or a double.`);
  return operand;
}

function arrayElements(value: Value | undefined): readonly Value[] {
  return value && "arrayValue" in value ? (value.arrayValue.values ?? []) : [];
}

function appendMissing(elements: readonly Value[], added: Value): readonly Value[] {
  return elements.some((element) => equalValues(element, added)) ? elements : [...elements, added];
}

function same(value: Value) {
  return { stored: value, result: value };
}

/** The protocol returns null for array transforms. */
function arrayResult(values: readonly Value[]): ReturnType<Calculation> {
  return { stored: { arrayValue: { values: [...values] } }, result: { nullValue: null } };
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
