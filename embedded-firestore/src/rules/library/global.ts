// Functions without a namespace: document access, conversions, debug().
import { boolOf, floatOf, intOf, stringOf } from "./convert.ts";
import { parsePathText } from "./path.ts";
import type { LibraryFunction } from "./types.ts";
import { define, expectString, expectTagged, isType } from "./types.ts";

export const GLOBAL_FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  get: define(1, ([path], host) => host.fetch(expectTagged(path, "path"), "before")),
  exists: define(1, ([path], host) => host.fetch(expectTagged(path, "path"), "before") !== null),
  getAfter: define(1, ([path], host) => host.fetch(expectTagged(path, "path"), "after")),
  existsAfter: define(1, ([path], host) => host.fetch(expectTagged(path, "path"), "after") !== null),
  string: define(1, ([value]) => stringOf(value)),
  int: define(1, ([value]) => intOf(value)),
  float: define(1, ([value]) => floatOf(value)),
  bool: define(1, ([value]) => boolOf(value)),
  path: define(1, ([value]) => (isType(value, "path") ? value : parsePathText(expectString(value)))),
  debug: define(1, ([value = null], host) => {
    host.debug(value);
    return value;
  }),
};
