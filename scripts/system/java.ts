// Only the official Firestore emulator needs Java. Without Java, `--official` fails before anything
// starts.
import { spawnSync } from "node:child_process";
import { Failure } from "./failure.ts";

const minJava = 21;

export function checkJava(): void {
  const { stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const major = Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
  if (major >= minJava) return;
  const found = major === 0 ? "none was found" : `this is ${major}`;
  throw new Failure(
    `--official needs Java ${minJava} or later, and ${found}. Install it, or leave --official away: the embedded Firestore needs none.`,
  );
}
