import { readFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { tokens } from "./read-tokens.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const palettes = ["src/ui/tokens.css", "src/ui/person-hues.css"];
/** A canvas, a picture and the head of a page cannot read a style. They repeat its colours. */
const repeating = [
  "src/screens/call/recording/paint.ts",
  "docs/layout.ts",
  "docs/not-found.ts",
  "index.html",
  "public/favicon.svg",
  "public/favicon-unread.svg",
  "public/manifest.webmanifest",
];
const inCode =
  /(?<=["'` :(])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([^)]*\)/gi;
const named = /(?<=:[^;{]*\s)(?:white|black|red|green|blue|gr[ae]y|orange|yellow|silver|brown)\b(?=[^{}]*[;}])/g;

/** The files with one of these endings below a folder. */
const list = (folder: string, ...endings: readonly string[]) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => `${folder}/${path}`);
const styleOf = (text: string) => [...text.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, style]) => style).join();
const long = (colour: string) => colour.toLowerCase().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");

describe("colours", () => {
  it("stand in the tokens alone", async () => {
    const found: string[] = [];
    for (const path of [...list("src", ".vue", ".css", ".ts"), ...list("docs", ".css", ".ts")]) {
      if (palettes.includes(path) || repeating.includes(path)) continue;
      const text = await readFile(`${root}/${path}`, "utf8");
      const own = [...text.matchAll(inCode)];
      if (!path.endsWith(".ts")) own.push(...(path.endsWith(".css") ? text : styleOf(text)).matchAll(named));
      found.push(...own.map(([colour]) => `${path}: ${colour}`));
    }
    expect(found).to.deep.equal([]);
  });

  it("are those of the tokens where no style is read", async () => {
    const known = new Set([...tokens.light.values(), ...tokens.dark.values()]);
    const found: string[] = [];
    for (const path of repeating) {
      const colours = (await readFile(`${root}/${path}`, "utf8")).matchAll(inCode);
      found.push(
        ...[...colours].filter(([colour]) => !known.has(long(colour))).map(([colour]) => `${path}: ${colour}`),
      );
    }
    expect(found).to.deep.equal([]);
  });

  it("are named only by names that exist", async () => {
    const found: string[] = [];
    const paths = [...list("src", ".vue", ".css"), ...list("docs", ".css")];
    const texts = await Promise.all(paths.map((path) => readFile(`${root}/${path}`, "utf8")));
    const declared = new Set(texts.flatMap((text) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)));
    for (const [index, text] of texts.entries()) {
      for (const [, name] of text.matchAll(/var\((--[\w-]+)\)/g))
        if (!declared.has(name)) found.push(`${paths[index]}: ${name}`);
    }
    expect(found).to.deep.equal([]);
  });

  it("of the address bar are those of the page", async () => {
    for (const path of ["index.html", "docs/layout.ts", "docs/not-found.ts"]) {
      const text = await readFile(`${root}/${path}`, "utf8");
      for (const scheme of ["light", "dark"] as const) {
        const content = new RegExp(`content="(#\\w{6})" media="\\(prefers-color-scheme: ${scheme}\\)"`).exec(text)?.[1];
        expect(content, `${path}, ${scheme}`).to.equal(tokens[scheme].get("paper"));
      }
    }
  });
});
