// The part of Node that a test needs to read firestore.rules. With Node's own types, contract/src
// could use Node as well.
declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
}
declare module "node:path" {
  export function join(...segments: string[]): string;
}
interface ImportMeta {
  readonly dirname: string;
}
