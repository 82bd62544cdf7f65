// Paths: `path("a/b")` and `(/a/$(x)).bind({"x": "b"})`.
import { RuleError } from "../values/rule-error.ts";
import type { Path } from "../values/values.ts";
import type { Methods } from "./types.ts";
import { expectMap, expectString, method } from "./types.ts";

/**
 * Makes one segment from one value. If it could contain a slash, data could redirect the path to
 * another document.
 */
export function makeSegment(text: string): string {
  if (text === "" || text.includes("/")) throw new RuleError("a path segment is neither empty nor has a '/' in it");
  return text;
}

export function parsePathText(text: string): Path {
  const segments = text.replace(/^\//, "").split("/");
  if (segments.includes("")) throw new RuleError("the path has an empty segment");
  return { type: "path", segments };
}

export const PATH_METHODS: Methods<Path> = {
  bind: method(1, (self, [map]) => {
    const values = expectMap(map);
    const segments = self.segments.map((segment) => {
      const value = typeof segment === "object" && segment !== null ? values.get(segment.variable) : undefined;
      return value === undefined ? segment : makeSegment(expectString(value));
    });
    return { type: "path", segments };
  }),
};
