// Simulates a process that dies during a task. Calls to Firestore and Auth are counted where they
// are sent.
import { getApps } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { FirestoreError } from "../../src/firestore/connection.ts";
import { withCalls } from "./calls.ts";

/**
 * "fails": only the n-th call fails. "dies before": the n-th and all later calls are not sent.
 * "dies after": the n-th call is sent, but its answer is lost, and no later call is sent.
 */
export type Interruption = "fails" | "dies before" | "dies after";

type Call = (...args: unknown[]) => Promise<unknown>;

/** Resolves to the number of calls that the task tried, and whether it succeeded. */
export async function interrupt(
  nth: number,
  how: Interruption,
  task: () => Promise<unknown>,
): Promise<{ readonly calls: number; readonly isDone: boolean }> {
  let calls = 0;
  // With a code that is not retried.
  const fault = (): Error => new FirestoreError("PERMISSION_DENIED", "Interrupted.");
  const intercept = (call: Call): Call =>
    async function (this: unknown, ...args) {
      // The locks of a dead process expire after a minute. No test waits for that, so a rollback is
      // sent.
      if (args[0] === "rollback") return call.apply(this, args);
      calls += 1;
      const isNth = calls === nth;
      if (isNth && how === "dies after") {
        await call.apply(this, args);
        throw fault();
      }
      if (isNth || (calls > nth && how !== "fails")) throw fault();
      return call.apply(this, args);
    };
  const isDone = await withCalls(intercept as Parameters<typeof withCalls>[0], () =>
    withAuthCalls(intercept, () =>
      task().then(
        () => true,
        () => false,
      ),
    ),
  );
  return { calls, isDone };
}

/** Where the Admin SDK sends its calls to Auth. */
async function withAuthCalls<T>(replace: (call: Call) => Call, task: () => Promise<T>): Promise<T> {
  const auth = Object.getPrototypeOf(Object.getPrototypeOf(getAuth(getApps()[0]))) as Record<string, Call>;
  const { getUsers, listUsers, deleteUsers } = auth;
  const originals = { getUsers, listUsers, deleteUsers } as Record<string, Call>;
  for (const [name, call] of Object.entries(originals)) auth[name] = replace(call);
  try {
    return await task();
  } finally {
    Object.assign(auth, originals);
  }
}
