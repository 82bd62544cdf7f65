// Only the official Firestore emulator needs Java. Without it, `--official` fails before anything
// starts.
import { spawnSync } from "node:child_process";
import { Failure } from "./failure.ts";

const minJava = 21;

/** The major version in what `java -version` prints. Null when it prints none. */
export function parseJavaVersion(printed: string): number | null {
  const [, major] = /version "([1-9]\d*)/.exec(printed) ?? [];
  return major === undefined ? null : Number(major);
}

export function checkJava(): void {
  // It prints to stderr, as the Firebase CLI expects, too.
  const { stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const found = parseJavaVersion(stderr ?? "");
  if (found !== null && found >= minJava) return;
  throw new Failure(
    `--official needs Java ${minJava} or later, and ${found === null ? "none was found" : `this is ${found}`}. Install it, or leave --official away: the embedded Firestore needs none.`,
  );
}
