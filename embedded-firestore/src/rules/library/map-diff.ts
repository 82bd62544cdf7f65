// The difference between two maps:
// `request.resource.data.diff(resource.data).affectedKeys().hasOnly(["name"])`.
// The reference says that values are compared for equality. So 1 and 1.0 are no change, as in `==`.
// https://firebase.google.com/docs/reference/rules/rules.MapDiff
import type { Meter } from "../values/meter.ts";
import { equals } from "../values/equality.ts";
import type { MapDiff, RuleValue } from "../values/values.ts";
import { makeSet } from "./set.ts";
import type { Methods } from "./types.ts";
import { method } from "./types.ts";

type Change = "added" | "removed" | "changed" | "unchanged";

function keysWith(diff: MapDiff, kinds: readonly Change[], meter: Meter): RuleValue {
  const names = new Set([...diff.after.keys(), ...diff.before.keys()]);
  meter.spend(names.size);
  return makeSet(
    [...names].filter((name) => kinds.includes(changeOf(diff, name, meter))),
    meter,
  );
}

function changeOf({ after, before }: MapDiff, name: string, meter: Meter): Change {
  const [now, then] = [after.get(name), before.get(name)];
  if (then === undefined) return "added";
  if (now === undefined) return "removed";
  return equals(now, then, meter) ? "unchanged" : "changed";
}

export const MAP_DIFF_METHODS: Methods<MapDiff> = {
  addedKeys: method(0, (self, _, meter) => keysWith(self, ["added"], meter)),
  removedKeys: method(0, (self, _, meter) => keysWith(self, ["removed"], meter)),
  changedKeys: method(0, (self, _, meter) => keysWith(self, ["changed"], meter)),
  affectedKeys: method(0, (self, _, meter) => keysWith(self, ["added", "removed", "changed"], meter)),
  unchangedKeys: method(0, (self, _, meter) => keysWith(self, ["unchanged"], meter)),
};
