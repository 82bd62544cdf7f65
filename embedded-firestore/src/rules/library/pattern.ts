// Regular expressions in RE2 syntax, in linear time. Pattern and text can both come from a
// document, so the cost of a match is charged in advance from the size of both.
import { RE2JS } from "re2js";
import type { Meter } from "../values/meter.ts";
import { RuleError } from "../values/rule-error.ts";

export interface CompiledPattern {
  matches(text: string): boolean;
  split(text: string): string[];
  /** Inserts the substitute literally: `$1` has no special meaning. */
  replaceAll(text: string, substitute: string, meter: Meter): string;
}

const MAX_CACHED = 200;
const cache = new Map<string, RE2JS>();

export function compilePattern(pattern: string, text: string, meter: Meter): CompiledPattern {
  const compiled = cache.get(pattern) ?? compile(pattern, meter);
  meter.spend(Math.ceil((text.length * compiled.programSize()) / 4));
  // With an unbounded repetition, each match may scan the whole rest of the text.
  const paySearch = (): void => meter.spend(/[*+]|,\}/.test(pattern) ? Math.ceil(text.length ** 2 / 4) : text.length);
  return {
    matches: (subject) => compiled.matches(subject),
    split(subject) {
      paySearch();
      return compiled.split(subject);
    },
    replaceAll(subject, substitute, payer) {
      paySearch();
      let size = subject.length;
      return compiled.matcher(subject).replaceAll(() => {
        size += substitute.length;
        payer.grow(size, substitute.length);
        return substitute;
      });
    },
  };
}

function compile(pattern: string, meter: Meter): RE2JS {
  const repeats = [...pattern.matchAll(/\{(\d{1,4})?,?(\d{1,4})?\}/g)].map(([, from, to]) => Number(to ?? from ?? 1));
  meter.spend(pattern.length * Math.max(1, ...repeats) * 50);
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch {
    throw new RuleError("this is not a regular expression");
  }
  if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value ?? "");
  if (pattern.length < 1000) cache.set(pattern, compiled);
  return compiled;
}
