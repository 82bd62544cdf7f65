// The colours of src/ui/tokens.css and person-hues.css by name, in both themes.
import { readFileSync } from "node:fs";

export type Scheme = "light" | "dark";
export const schemes = ["light", "dark"] as const satisfies readonly Scheme[];

const read = (name: string) => readFileSync(new URL(`../../src/ui/${name}`, import.meta.url), "utf8");
const declaration = /^\s*--([\w-]+): (?:light-dark\(([^()]*(?:\([^()]*\))?), ([^()]*(?:\([^()]*\))?)\)|([^;]+));$/gm;
const colour = /^(#|rgb\(|transparent$)/;

function readTokens(): Readonly<Record<Scheme, ReadonlyMap<string, string>>> {
  const found = { light: new Map<string, string>(), dark: new Map<string, string>() };
  for (const [, name = "", light, dark, both = ""] of read("tokens.css").matchAll(declaration)) {
    const values = { light: light ?? both, dark: dark ?? both };
    if (!colour.test(values.light)) continue;
    for (const scheme of schemes) found[scheme].set(name, values[scheme]);
  }
  const plates = [...read("person-hues.css").matchAll(/#[0-9a-f]{6}/g)];
  for (const scheme of schemes)
    for (const [index, [plate]] of plates.entries()) found[scheme].set(`plate-${index}`, plate);
  return found;
}

export const tokens = readTokens();
