// Kinds of fields: which values each takes, and which it must refuse.
import { arrayUnion } from "firebase/firestore";
import {
  computed,
  endOfTime,
  epoch,
  minutesFromNow,
  ofOtherTypesThan,
  stringsOf,
  value,
  type Value,
} from "./values.ts";

export interface Field {
  readonly takes: readonly Value[];
  readonly refuses: readonly Value[];
  /** A field that is not there yet cannot be taken away. */
  readonly isNew?: true;
  /** A new document without it is refused. */
  readonly isNeeded?: true;
  /** Fields of a map, each attacked in its place; a map without one of them, and one with another, are refused. */
  readonly inner?: Readonly<Record<string, Field>>;
}

const { now, incremented, joined } = computed;

/** Nobody but the server changes it. */
export function frozen(...coveted: readonly Value[]): Field {
  return { takes: [], refuses: [...ofOtherTypesThan(), now, incremented, joined, ...coveted] };
}

/** As `frozen`, of a list, which may hold oneself already: adding that is no change. */
export function frozenList(...coveted: readonly Value[]): Field {
  const { takes, refuses } = frozen(
    value("a list with another added", () => arrayUnion("another")),
    ...coveted,
  );
  return { takes, refuses: refuses.filter((refused) => refused !== joined) };
}

/** As `frozen`, of a boolean that is false: writing that is no change. */
export function frozenFalse(): Field {
  const { takes, refuses } = frozen();
  return { takes, refuses: refuses.filter(({ is }) => is !== "false") };
}

/** A field that there is not: refused by its name, whatever it holds. */
export function unknown(): Field {
  const refuses = [value("null", () => null), value("true", () => true), value("a string", () => "red"), now];
  return { takes: [], refuses, isNew: true };
}

export function flag(): Field {
  return {
    takes: [value("true", () => true), value("false", () => false)],
    refuses: [...ofOtherTypesThan("bool"), now, incremented, joined],
  };
}

export function text(maxLength: number, takes: readonly Value[] = []): Field {
  const isNullable = takes.some(({ is }) => is === "null");
  return {
    takes: [...takes, ...stringsOf(0, 1, maxLength)],
    refuses: [
      ...ofOtherTypesThan("string", ...(isNullable ? (["null"] as const) : [])),
      ...stringsOf(maxLength + 1, maxLength * 2),
      now,
      incremented,
      joined,
    ],
  };
}

/** Not later than so many minutes from now. Attacks stay half a minute away from the bound, as the clock runs on meanwhile. */
export function instant(maxMinutes: number, takes: readonly Value[], refuses: readonly Value[] = []): Field {
  return {
    takes: [...takes, ...minutesFromNow(maxMinutes - 0.5)],
    refuses: [
      ...ofOtherTypesThan("timestamp"),
      ...minutesFromNow(maxMinutes + 0.5, maxMinutes * 10),
      endOfTime,
      incremented,
      joined,
      ...refuses,
    ],
  };
}

/** The server's time of the request, and no other. */
export function requestTime(takes: readonly Value[] = []): Field {
  const isNullable = takes.some(({ is }) => is === "null");
  return {
    takes: [now, ...takes],
    refuses: [
      ...ofOtherTypesThan(...(isNullable ? (["null"] as const) : [])),
      ...minutesFromNow(-60, -1, -0.01, 0, 0.01, 60),
      epoch,
      endOfTime,
      incremented,
      joined,
    ],
  };
}

/** One value only, which the caller's token gives. */
export function own(...foreign: readonly Value[]): Field {
  return { takes: [], refuses: [...ofOtherTypesThan(), now, incremented, joined, ...foreign] };
}

export function needed(field: Field): Field {
  return { ...field, isNeeded: true };
}
