// One attack, or one act that must be permitted: who does what, in which scene, and how it must
// end.
import { expect } from "chai";
import type { Identity } from "./callers.ts";
import { changedPaths, send, type Request } from "./requests.ts";
import type { Scene } from "./scenes.ts";
import { connectAs, contentOf, restore, setScene } from "./rules-firestore.ts";
import { selfOf, type Self } from "./table/self.ts";
import { tally } from "./tally.ts";

export interface Attack {
  readonly kind: string;
  readonly scene: Scene;
  readonly caller: string;
  readonly identity: Identity;
  readonly does: string;
  readonly request: (self: Self) => Request;
  /** Absent: it must be permitted. */
  readonly because?: string;
}

export function titleOf({ caller, does, because }: Attack): string {
  return because === undefined ? `${caller} may ${does}` : `${caller} may not ${does}: ${because}`;
}

/**
 * Rejects when the attack does not end as it must. Any other error is a defect of the attack
 * itself.
 */
export async function attempt({ kind, scene, identity, request, because }: Attack): Promise<void> {
  await setScene(scene);
  const firestore = connectAs(identity);
  const sent = request(selfOf(identity, { scene, firestore, contentOf }));
  const { stackTraceLimit } = Error;
  // Each denial makes several errors in the SDK. Their unread stack traces take a tenth of the
  // time.
  Error.stackTraceLimit = 0;
  const end = await send(firestore, sent)
    .then(
      () => "permitted",
      (error: unknown) => (error as { code?: string }).code ?? String(error),
    )
    .finally(() => (Error.stackTraceLimit = stackTraceLimit));
  if (end === "permitted") {
    const paths = changedPaths(sent);
    if (paths.length > 0) await restore(paths);
  }
  expect(end).to.equal(because === undefined ? "permitted" : "permission-denied");
  tally(kind, because === undefined ? "permitted" : "refused");
}
