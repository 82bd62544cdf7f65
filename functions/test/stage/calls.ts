// Stands where all requests to Firestore pass.
import { Connection } from "../../src/firestore/connection.ts";

export type Call = Connection["call"];

/**
 * Replaces the calls of every connection during the task. The module is loaded twice: tests require
 * it, and the functions import it.
 */
export async function withCalls<T>(replace: (call: Call) => Call, task: () => Promise<T>): Promise<T> {
  const imported = await import("../../src/firestore/connection.ts");
  const places = new Set([Connection, imported.Connection]);
  const originals = [...places].map((place) => [place, place.prototype.call] as const);
  for (const [place, call] of originals) place.prototype.call = replace(call);
  try {
    return await task();
  } finally {
    for (const [place, call] of originals) place.prototype.call = call;
  }
}
