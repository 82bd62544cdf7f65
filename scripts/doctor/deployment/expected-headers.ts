// The headers that firebase.json gives to a path, as Hosting reads it: every rule that matches, the
// later one before the earlier.
import { minimatch } from "minimatch";
import type { HeaderRule } from "../tree.ts";

function isFor({ source, regex }: HeaderRule, path: string): boolean {
  if (source !== undefined) return minimatch(path, source);
  return regex !== undefined && new RegExp(regex, "u").test(path);
}

export function expectedHeaders(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  const [clean = path] = path.split("?");
  const found = rules.filter((rule) => isFor(rule, clean)).flatMap(({ headers }) => headers);
  return new Map(found.map(({ key, value }) => [key.toLowerCase(), value]));
}
