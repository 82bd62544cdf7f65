// The part of package-lock.json that these modules read: the packages by their place in
// node_modules.

export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
}

export type Packages = Readonly<Record<string, LockedPackage>>;

export interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Packages;
}

export interface Edge {
  readonly name: string;
  readonly isOptional: boolean;
}

/** What a package needs at run time. Optional peers are not needed. */
export function edgesOf(locked: LockedPackage): Edge[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = locked;
  const required = [
    ...Object.keys(dependencies).filter((name) => !(name in optionalDependencies)),
    ...Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true),
  ];
  return [
    ...[...new Set(required)].map((name) => ({ name, isOptional: false })),
    ...Object.keys(optionalDependencies).map((name) => ({ name, isOptional: true })),
  ];
}

/** Where Node finds `name` for the package at `place`: in the nearest node_modules upwards. */
export function resolve(isTaken: (place: string) => boolean, place: string, name: string): string | undefined {
  for (let folder = place; ; folder = parentOf(folder)) {
    const found = under(folder, name);
    if (isTaken(found)) return found;
    if (folder === "") return undefined;
  }
}

/** The place of `name` directly in the node_modules of `folder`. */
export function under(folder: string, name: string): string {
  return folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
}

/** The next folder upwards that can have a node_modules: "" is the root. */
function parentOf(place: string): string {
  const at = place.lastIndexOf("/node_modules/");
  return at < 0 ? "" : place.slice(0, at);
}
