// What this copy of the source says a deployment is: firebase.json, the rules, the indexes, and the
// parameters as the Firebase CLI reads them.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as v from "valibot";
import { Failure } from "../system/failure.ts";

const Pattern = { source: v.optional(v.string()), regex: v.optional(v.string()) };

const Config = v.object({
  functions: v.pipe(v.array(v.object({ source: v.string(), runtime: v.string() })), v.minLength(1)),
  hosting: v.object({
    rewrites: v.array(
      v.object({ ...Pattern, function: v.optional(v.object({ functionId: v.string(), region: v.string() })) }),
    ),
    headers: v.array(v.object({ ...Pattern, headers: v.array(v.object({ key: v.string(), value: v.string() })) })),
  }),
});

const Indexes = v.object({
  fieldOverrides: v.array(
    v.object({
      collectionGroup: v.string(),
      fieldPath: v.string(),
      ttl: v.optional(v.boolean(), false),
      indexes: v.array(v.object({ order: v.optional(v.string()), queryScope: v.string() })),
    }),
  ),
});

const Aliases = v.object({ projects: v.optional(v.record(v.string(), v.string()), {}) });

export type HeaderRule = v.InferOutput<typeof Config>["hosting"]["headers"][number];
export type FieldOverride = v.InferOutput<typeof Indexes>["fieldOverrides"][number];

export interface Rewrite {
  readonly functionId: string;
  readonly region: string;
}

export interface Tree {
  readonly root: string;
  readonly rules: string;
  readonly fields: readonly FieldOverride[];
  readonly headers: readonly HeaderRule[];
  readonly rewrites: readonly Rewrite[];
  readonly runtime: string;
}

function readJson<S extends v.GenericSchema>(root: string, file: string, schema: S): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(readFileSync(join(root, file), "utf8")));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
}

export function readTree(root: string, configFile = "firebase.json"): Tree {
  const { functions, hosting } = readJson(root, configFile, Config);
  return {
    root,
    rules: readFileSync(join(root, "firestore.rules"), "utf8"),
    fields: readJson(root, "firestore.indexes.json", Indexes).fieldOverrides,
    headers: hosting.headers,
    rewrites: hosting.rewrites.flatMap((rewrite) => (rewrite.function === undefined ? [] : [rewrite.function])),
    runtime: functions[0]!.runtime,
  };
}

/** The ID that `.firebaserc` gives this name, if it gives one. */
export function findAlias(root: string, name: string): string | undefined {
  if (!existsSync(join(root, ".firebaserc"))) return undefined;
  return readJson(root, ".firebaserc", Aliases).projects[name];
}

interface CliEnv {
  loadUserEnvs(options: object): Record<string, string>;
}

/** Throws an Error whose message names the file, and no value. */
export function readParameters(root: string, project: string, alias: string | undefined): Record<string, string> {
  const cli = createRequire(import.meta.url)("firebase-tools/lib/functions/env") as CliEnv;
  const functionsSource = join(root, "functions");
  return cli.loadUserEnvs({ functionsSource, projectDir: root, projectId: project, projectAlias: alias });
}
