// functions/package-lock.json, derived from the root lock: the same versions of the production
// dependencies, placed for a node_modules in this folder. Deployment uploads this folder only, and
// Cloud Build runs `npm ci` in it.
import { edgesOf, resolve, under, type Lock, type LockedPackage } from "./root-lock.ts";

export interface PinnedLock extends Lock {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly requires: true;
}

interface Placed {
  readonly place: string;
  /** The same package's place in the root lock. */
  readonly source: string;
}

/** `workspace` is the folder's name in the root lock. */
export function pin(root: Lock, workspace: string): PinnedLock {
  const manifest = root.packages[workspace];
  if (manifest === undefined) throw new Error(`${workspace} is not in the lock.`);
  const sources = placeAll(root, workspace);
  const required = requiredPlaces(root, sources);
  const packages = [...sources]
    .filter(([place]) => place !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, source]) => [place, createEntry(root.packages[source]!, !required.has(place))] as const);
  const { name, version, license, dependencies } = manifest;
  const own = JSON.parse(JSON.stringify({ name, version, license, dependencies })) as LockedPackage;
  return {
    name,
    version,
    lockfileVersion: root.lockfileVersion,
    requires: true,
    packages: { "": own, ...Object.fromEntries(packages) },
  };
}

/** The text of the committed file. */
export function printLock(root: Lock): string {
  return `${JSON.stringify(pin(root, "functions"), undefined, 2)}\n`;
}

/**
 * A map from each new place to the place in the root lock. A package goes to the top if its name is
 * free there, otherwise below its dependent. All dependencies of a package are placed before those
 * of the packages below it, so a new place never shadows an earlier resolution.
 */
function placeAll(root: Lock, workspace: string): Map<string, string> {
  const placed = new Map([["", workspace]]);
  const isLocked = (place: string): boolean => Object.hasOwn(root.packages, place);
  const isPlaced = (place: string): boolean => placed.has(place);
  const waiting: Placed[] = [{ place: "", source: workspace }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { place, source } = next;
    for (const { name, isOptional } of edgesOf(root.packages[source]!)) {
      const target = resolve(isLocked, source, name);
      if (target === undefined) {
        if (isOptional) continue;
        throw new Error(`${name}, which ${source} needs, is not in the lock.`);
      }
      if (root.packages[target]?.link === true) throw new Error(`${name} is a workspace: it cannot be installed.`);
      const found = resolve(isPlaced, place, name);
      if (found !== undefined && placed.get(found) === target) continue;
      const free = isPlaced(under("", name)) ? under(place, name) : under("", name);
      placed.set(free, target);
      waiting.push({ place: free, source: target });
    }
  }
  return placed;
}

/** The places that a chain of non-optional dependencies leads to. */
function requiredPlaces(root: Lock, sources: ReadonlyMap<string, string>): ReadonlySet<string> {
  const isPlaced = (place: string): boolean => sources.has(place);
  const required = new Set([""]);
  for (const place of required) {
    for (const { name, isOptional } of edgesOf(root.packages[sources.get(place)!]!)) {
      const found = isOptional ? undefined : resolve(isPlaced, place, name);
      if (found !== undefined) required.add(found);
    }
  }
  return required;
}

/** These say how the root uses a package, which differs from the use here. */
const usesInRoot = ["dev", "devOptional", "optional", "peer"];

function createEntry(locked: LockedPackage, isOptional: boolean): LockedPackage {
  const kept = Object.entries(locked).filter(([field]) => !usesInRoot.includes(field));
  return { ...Object.fromEntries(kept), ...(isOptional && { optional: true }) };
}
