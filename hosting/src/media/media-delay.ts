// A request for devices that takes long, and why: a guess. A question of the browser that nobody
// answers keeps the request open for ever.
import type { Clock } from "../platform/clock.ts";
import { queryPermission } from "./media-problem.ts";

/** "unanswered": the browser has asked the person. "slow": it need not ask, and is not done. */
export type MediaDelay = "unanswered" | "slow";

const longMs = 3_000;

/** One question covers all kinds of a request. Where the browser does not tell, it has asked. */
export function nameMediaDelay(permissions: readonly (PermissionState | null)[]): MediaDelay {
  return permissions.every((permission) => permission === "granted") ? "slow" : "unanswered";
}

/** The returned function ends the watch. */
export function watchDelay(
  clock: Clock,
  kinds: readonly ("audio" | "video")[],
  onDelay: (delay: MediaDelay) => void,
): () => void {
  let isOver = false;
  const cancel = clock.after(longMs, () => void name());

  async function name() {
    const delay = nameMediaDelay(await Promise.all(kinds.map(queryPermission)));
    if (!isOver) onDelay(delay);
  }

  return () => {
    isOver = true;
    cancel();
  };
}
