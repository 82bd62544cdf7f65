// Each allowed write with one field changed: to values that it takes, to values that it must
// refuse, deleted, or omitted. A map is also changed by its field path, and by adding or omitting
// inner fields.
import { deleteField, type DocumentData } from "firebase/firestore";
import type { Attack } from "../attack.ts";
import { identities, type Caller } from "../callers.ts";
import type { Field } from "../table/fields.ts";
import { allowedIn, type Self } from "../table/self.ts";
import type { Value } from "../table/values.ts";
import type { WriteRow } from "../table/write-row.ts";
import { writes } from "../table/writes.ts";

/** One of each role. They differ only in the role. */
const attackers: readonly Caller[] = ["an active guest", "a host"];

interface Change {
  readonly is: string;
  readonly isRefused: boolean;
  readonly apply: (base: DocumentData, self: Self) => DocumentData;
}

export function onFields(): Attack[] {
  return writes.flatMap((row) =>
    attackers
      .filter((caller) => allowedIn(row.may, "an open room").includes(caller))
      .flatMap((caller) =>
        Object.entries(row.fields ?? {}).flatMap(([name, field]) => attacksOn(row, caller, name, field)),
      ),
  );
}

function attacksOn(row: WriteRow, caller: Caller, name: string, field: Field): Attack[] {
  return changesOf(row, name, field).map(({ is, isRefused, apply }): Attack => {
    const attack: Attack = {
      kind: "fields of writes",
      scene: "an open room",
      caller,
      identity: identities[caller],
      does: `${row.does} with ${is}`,
      // An update replaces whole maps. A merge would keep their fields.
      request: (self) => ({
        do: row.as === "set" ? "set" : "update",
        path: row.path(self),
        data: apply(row.data(self), self),
      }),
    };
    return isRefused ? { ...attack, because: `it is no valid change of ${name}` } : attack;
  });
}

function changesOf({ as }: WriteRow, name: string, field: Field): Change[] {
  const changes = [...valuesOf(name, field)];
  const without: Change["apply"] = (base) => omit(base, name);
  if (field.isNeeded) changes.push({ is: `no ${name}`, isRefused: true, apply: without });
  if (as === "merge" && !field.isNew) {
    changes.push({ is: `${name} deleted`, isRefused: true, apply: (base) => ({ ...base, [name]: deleteField() }) });
  }
  for (const [key, inner] of Object.entries(field.inner ?? {})) changes.push(...innerChanges(name, key, inner));
  if (field.inner) changes.push(...moreIn(name));
  return changes;
}

function valuesOf(name: string, { takes, refuses }: Field): Change[] {
  const change =
    (isRefused: boolean) =>
    (value: Value): Change => ({
      is: `${name} as ${value.is}`,
      isRefused,
      apply: (base, self) => ({ ...base, [name]: value.of(self) }),
    });
  return [...takes.map(change(false)), ...refuses.map(change(true))];
}

/** A field of a map: changed within the whole map, and by its path alone. */
function innerChanges(name: string, key: string, inner: Field): Change[] {
  const path = `${name}.${key}`;
  const whole = valuesOf(key, inner).map(({ is, isRefused, apply }): Change => ({
    is: `${name} holding ${is}`,
    isRefused,
    apply: (base, self) => ({ ...base, [name]: apply(base[name] as DocumentData, self) }),
  }));
  const byPath = valuesOf(path, inner).map((change): Change => ({
    ...change,
    apply: (base, self) => change.apply(omit(base, name), self),
  }));
  return [
    ...whole,
    ...byPath,
    { is: `${name} without ${key}`, isRefused: true, apply: (base) => ({ ...base, [name]: omit(base[name], key) }) },
    { is: `${path} deleted`, isRefused: true, apply: (base) => ({ ...omit(base, name), [path]: deleteField() }) },
  ];
}

function moreIn(name: string): Change[] {
  return [
    {
      is: `${name} with an additional field`,
      isRefused: true,
      apply: (base) => ({ ...base, [name]: { ...(base[name] as DocumentData), smell: true } }),
    },
    { is: `${name}.smell`, isRefused: true, apply: (base) => ({ ...omit(base, name), [`${name}.smell`]: true }) },
    {
      is: `${name}.audio.deep`,
      isRefused: true,
      apply: (base) => ({ ...omit(base, name), [`${name}.audio.deep`]: true }),
    },
  ];
}

function omit(data: DocumentData, name: string): DocumentData {
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
}
