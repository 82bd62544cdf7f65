// A process that dies in the middle of a task: its calls to Firestore and Auth are counted where the Admin SDK sends them.
import { getApps } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { Firestore } from "firebase-admin/firestore";

/** The n-th call fails alone; nothing is sent from it on; it is sent, but neither its answer nor a later call comes through. */
export type Interruption = "fails" | "dies before" | "dies after";

type Call = (...args: unknown[]) => Promise<unknown>;

/** Not one that the Admin SDK would try again. */
const permissionDenied = 7;

/** Resolves to how many calls the task has tried to make, and whether it came through. */
export async function interrupt(
  nth: number,
  how: Interruption,
  task: () => Promise<unknown>,
): Promise<{ readonly calls: number; readonly isDone: boolean }> {
  let calls = 0;
  const fault = (): Error => Object.assign(new Error("Interrupted."), { code: permissionDenied });
  const intercept = (call: Call): Call =>
    async function (this: unknown, ...args) {
      // Locks of a process that died end by themselves, after a minute that no test waits for.
      if (args[0] === "rollback") return call.apply(this, args);
      calls += 1;
      const isNth = calls === nth;
      if (isNth && how === "dies after") {
        const answer = await call.apply(this, args);
        // A stream has not been sent before it is read.
        if (typeof args[1] !== "boolean") throw fault();
        return answer;
      }
      if (isNth || (calls > nth && how !== "fails")) throw fault();
      return call.apply(this, args);
    };
  const auth = Object.getPrototypeOf(Object.getPrototypeOf(getAuth(getApps()[0]))) as Record<string, Call>;
  const places: [Record<string, Call>, readonly string[]][] = [
    [Firestore.prototype as unknown as Record<string, Call>, ["request", "requestStream"]],
    [auth, ["getUsers", "deleteUsers"]],
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
