// Simulates a process that dies during a task. Calls to Firestore and Auth are counted where the
// Admin SDK sends them.
import { getApps } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { Firestore } from "firebase-admin/firestore";

/**
 * "fails": only the n-th call fails. "dies before": the n-th and all later calls are not sent.
 * "dies after": the n-th call is sent, but its answer is lost, and no later call is sent.
 */
export type Interruption = "fails" | "dies before" | "dies after";

type Call = (...args: unknown[]) => Promise<unknown>;

/** A code that the Admin SDK does not retry. */
const permissionDenied = 7;

/** Resolves to the number of calls that the task tried, and whether it succeeded. */
export async function interrupt(
  nth: number,
  how: Interruption,
  task: () => Promise<unknown>,
): Promise<{ readonly calls: number; readonly isDone: boolean }> {
  let calls = 0;
  const fault = (): Error => Object.assign(new Error("Interrupted."), { code: permissionDenied });
  const intercept = (call: Call): Call =>
    async function (this: unknown, ...args) {
      // The locks of a dead process expire after a minute. No test waits for that, so a rollback is
      // sent.
      if (args[0] === "rollback") return call.apply(this, args);
      calls += 1;
      const isNth = calls === nth;
      if (isNth && how === "dies after") {
        const answer = await call.apply(this, args);
        // A stream is sent only when it is read.
        if (typeof args[1] !== "boolean") throw fault();
        return answer;
      }
      if (isNth || (calls > nth && how !== "fails")) throw fault();
      return call.apply(this, args);
    };
  const auth = Object.getPrototypeOf(Object.getPrototypeOf(getAuth(getApps()[0]))) as Record<string, Call>;
  const places: [Record<string, Call>, readonly string[]][] = [
    [Firestore.prototype as unknown as Record<string, Call>, ["request", "requestStream"]],
    [auth, ["getUsers", "listUsers", "deleteUsers"]],
  ];
  const originals = places.map(([place, names]) => Object.fromEntries(names.map((name) => [name, place[name]!])));
  for (const [place, names] of places) {
    for (const name of names) place[name] = intercept(place[name]!);
  }
  try {
    const isDone = await task().then(
      () => true,
      () => false,
    );
    return { calls, isDone };
  } finally {
    places.forEach(([place], index) => Object.assign(place, originals[index]));
  }
}
