// A database whose clock and timers the test controls, and short ways to write values.
import { expect } from "chai";
import { createEngine, FirestoreError } from "../../src/engine/index.ts";
import type { Database, Engine, Fields, StatusName, Value, Write } from "../../src/engine/index.ts";

export const DATABASE = "projects/demo/databases/(default)";
export const ROOT = `${DATABASE}/documents`;

export const int = (integer: number | bigint): Value => ({ integerValue: String(integer) });
export const double = (value: number | "NaN" | "Infinity" | "-Infinity" | "-0"): Value => ({ doubleValue: value });
export const text = (stringValue: string): Value => ({ stringValue });
export const bool = (booleanValue: boolean): Value => ({ booleanValue });
export const time = (timestampValue: string): Value => ({ timestampValue });
export const list = (...values: Value[]): Value => ({ arrayValue: { values } });
export const map = (fields: Fields): Value => ({ mapValue: { fields } });
export const reference = (path: string): Value => ({ referenceValue: `${ROOT}/${path}` });
export const nothing: Value = { nullValue: null };
export const vector = (...elements: number[]): Value =>
  map({ __type__: text("__vector__"), value: list(...elements.map((element) => double(element))) });

export const set = (path: string, fields: Fields, more: Omit<Write, "update"> = {}): Write => ({
  update: { name: `${ROOT}/${path}`, fields },
  ...more,
});
export const remove = (path: string, more: Omit<Write, "delete"> = {}): Write => ({
  delete: `${ROOT}/${path}`,
  ...more,
});

export interface Fixture {
  readonly engine: Engine;
  readonly database: Database;
  fields(path: string): Fields | undefined;
  /** Advances the clock and runs the timers that are due. */
  advance(milliseconds: number): void;
  timers(): number;
}

/** `defer`: as in `EngineOptions`. */
export function createFixture(defer: (callback: () => void) => void = (callback) => callback()): Fixture {
  let nowMicros = 1_700_000_000_000_000n;
  let ids = 0;
  const timers = new Map<object, { readonly due: bigint; readonly callback: () => void }>();
  const engine = createEngine({
    nowMicros: () => nowMicros,
    newId: () => `id${(ids += 1)}`,
    setTimer(callback, delayMs) {
      const key = {};
      timers.set(key, { due: nowMicros + BigInt(delayMs) * 1000n, callback });
      return () => timers.delete(key);
    },
    defer,
  });
  const database = engine.database(DATABASE);
  return {
    engine,
    database,
    fields: (path) => database.get(`${ROOT}/${path}`)?.fields,
    advance(milliseconds) {
      nowMicros += BigInt(milliseconds) * 1000n;
      for (const [key, { due, callback }] of [...timers]) {
        if (due <= nowMicros && timers.delete(key)) callback();
      }
    },
    timers: () => timers.size,
  };
}

/** The message of the error that a call or promise must fail with. Checks its status. */
export async function refusal(status: StatusName, action: (() => unknown) | Promise<unknown>): Promise<string> {
  try {
    await (typeof action === "function" ? action() : action);
  } catch (error) {
    expect(error).to.be.instanceOf(FirestoreError);
    expect(error).to.have.property("status", status);
    return (error as FirestoreError).message;
  }
  return expect.fail(`${status} was expected, but nothing was refused`);
}
