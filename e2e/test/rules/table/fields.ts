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
  /** The document does not have the field yet, so nobody can delete it. */
  readonly isNew?: true;
  /** A new document needs the field. */
  readonly isNeeded?: true;
  /**
   * The fields of a map, each attacked in its place. A map with a missing or an additional field is
   * refused.
   */
  readonly inner?: Readonly<Record<string, Field>>;
}

const { now, incremented, joined } = computed;

/** Only the server changes it. */
export function frozen(...alsoRefused: readonly Value[]): Field {
  return { takes: [], refuses: [...ofOtherTypesThan(), now, incremented, joined, ...alsoRefused] };
}

/**
 * As `frozen`, for a list. It may hold the caller already, and adding the caller again is no
 * change.
 */
export function frozenList(...alsoRefused: readonly Value[]): Field {
  const { takes, refuses } = frozen(
    value("a list with another added", () => arrayUnion("another")),
    ...alsoRefused,
  );
  return { takes, refuses: refuses.filter((refused) => refused !== joined) };
}

/** As `frozen`, for a boolean that is false. Writing false is no change. */
export function frozenFalse(): Field {
  const { takes, refuses } = frozen();
  return { takes, refuses: refuses.filter(({ is }) => is !== "false") };
}

/** As `frozen`, for a boolean that is true. */
export function frozenTrue(): Field {
  const { takes, refuses } = frozen();
  return { takes, refuses: refuses.filter(({ is }) => is !== "true") };
}

/** As `frozen`, for a field that is null. */
export function frozenExceptNull(): Field {
  const { refuses } = frozen();
  return { takes: [value("null", () => null)], refuses: refuses.filter(({ is }) => is !== "null") };
}

/** A field that does not exist. It is refused by its name, whatever its value. */
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

/** As `text`, in base64url: one byte for each character. */
export function sealed(maxBytes: number, takes: readonly Value[] = []): Field {
  const field = text(maxBytes, takes);
  const notSealed = ["ä", "😀", "a b", "a=", "a+b", "a/b", "a\n", "\u0000"].map((found) =>
    value(JSON.stringify(found), () => found),
  );
  const threeBytesEach = value("characters of three bytes each", () => "€".repeat(maxBytes / 2));
  return {
    takes: [...field.takes, value("all of base64url", () => "AZaz09_-")],
    refuses: [...field.refuses, ...notSealed, threeBytesEach],
  };
}

/**
 * At most this many minutes from now. Attacks keep half a minute away from the limit, because time
 * passes meanwhile.
 */
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

/** The server's time of the request, and nothing else. */
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

/** One value only: the one that the caller's token names. */
export function own(...alsoRefused: readonly Value[]): Field {
  return { takes: [], refuses: [...ofOtherTypesThan(), now, incremented, joined, ...alsoRefused] };
}

export function needed(field: Field): Field {
  return { ...field, isNeeded: true };
}
