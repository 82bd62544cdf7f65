// Makes rules for dependency-cruiser from the table "Who may import what" in ARCHITECTURE.md. What
// the table does not allow is forbidden. A row stands for the files of a folder that no other row
// covers.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const isFile = (path) => /\.[a-z]+$/.test(path);

/** The names in backticks in a cell. */
const namesIn = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** @returns {{ code: string, imports: string[], packages: string[] }[]} names as in the table */
function readTable(markdown) {
  const [, section = ""] = markdown.split("### Who may import what");
  const [table = ""] = section.split("\n#");
  const rows = table.split("\n").filter((line) => /^\| *`/.test(line));
  if (rows.length === 0) throw new Error("ARCHITECTURE.md has no table of imports.");
  return rows.map((row) => {
    const [, code = "", imports = "", packages = ""] = row.split("|");
    return { code: namesIn(code)[0], imports: namesIn(imports), packages: namesIn(packages) };
  });
}

/** A name is short for a path in the row's own workspace, or for the source of another one. */
function resolveName(name, code) {
  const workspace = /^[^/]+\/src/.exec(code)?.[0] ?? code;
  const found = [`${workspace}/${name}`, `${name}/src`, name].find((path) => existsSync(join(root, path)));
  if (found === undefined) throw new Error(`ARCHITECTURE.md: there is no ${name} for ${code} to import.`);
  return found;
}

/** Matches a row's files, but not the folders and files that have rows of their own. */
function patternOf(code, codes) {
  if (isFile(code)) return `^${escape(code)}$`;
  const inner = codes.filter((other) => other.startsWith(`${code}/`)).map((other) => other.slice(code.length + 1));
  const ends = inner.map((path) => escape(path) + (isFile(path) ? "$" : "\\/"));
  return `^${escape(code)}\\/${ends.length === 0 ? "" : `(?!${ends.join("|")})`}`;
}

/** A folder without a row stands for all rows below it. */
function allow(path, codes) {
  return codes.includes(path) || isFile(path) ? patternOf(path, codes) : `^${escape(path)}\\/`;
}

export function readRules() {
  const table = readTable(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"));
  const codes = table.map(({ code }) => code);
  const rows = table.map(({ code, imports, packages }) => {
    const allowed = [code, ...imports.map((name) => resolveName(name, code))].map((path) => allow(path, codes));
    const modules = packages
      .filter((name) => name !== "node:*")
      .map((name) => `(^|\\/)node_modules\\/${escape(name)}\\/`);
    return {
      name: code,
      comment: `It may import ${[...imports, ...packages].join(", ") || "nothing"} only (ARCHITECTURE.md).`,
      severity: "error",
      from: { path: patternOf(code, codes) },
      to: {
        pathNot: [...allowed, ...modules],
        // The compiler reports missing files.
        couldNotResolve: false,
        ...(packages.includes("node:*") ? { dependencyTypesNot: ["core"] } : {}),
      },
    };
  });
  const withoutRow = {
    name: "no row",
    comment: "A new folder needs a row in ARCHITECTURE.md before it may import anything.",
    severity: "error",
    from: { path: "^[^/]+\\/src\\/.", pathNot: codes.map((code) => patternOf(code, codes)) },
    to: {},
  };
  return [...rows, withoutRow];
}
