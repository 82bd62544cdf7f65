// Rejects match paths that can never match or that are ambiguous.
import type { MatchBlock, PatternSegment } from "../syntax/ast.ts";

const MAX_SEGMENTS = 100;
const MAX_CAPTURES = 20;

export function checkPattern(
  pattern: readonly PatternSegment[],
  block: MatchBlock,
  version: "1" | "2",
  fail: (reason: string, offset: number) => never,
): void {
  if (pattern.length > MAX_SEGMENTS) fail(`nested match paths have at most ${MAX_SEGMENTS} segments`, block.offset);
  const captures = pattern.filter((segment) => segment.kind === "capture");
  if (captures.length > MAX_CAPTURES) fail(`nested match paths have at most ${MAX_CAPTURES} captures`, block.offset);
  const names = new Set<string>();
  for (const { name, offset } of block.pattern.filter((segment) => segment.kind === "capture")) {
    if (names.has(name)) fail(`'{${name}}' stands twice in this path`, offset);
    names.add(name);
  }
  const recursive = block.pattern.filter((segment) => segment.kind === "capture" && segment.isRecursive);
  if (recursive.length > 1) fail("a match path holds one {name=**} at most", block.offset);
  if (version === "1") checkVersion1(pattern, block, fail);
}

function checkVersion1(
  pattern: readonly PatternSegment[],
  block: MatchBlock,
  fail: (reason: string, offset: number) => never,
): void {
  const early = pattern.slice(0, -1).find((segment) => segment.kind === "capture" && segment.isRecursive);
  if (early?.kind !== "capture") return;
  const isOwn = block.pattern.includes(early);
  fail(
    `{${early.name}=**} stands at the end of a path unless rules_version = '2'`,
    isOwn ? early.offset : block.offset,
  );
}
