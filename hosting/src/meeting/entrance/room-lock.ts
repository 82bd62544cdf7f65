// A Web Lock, from a browser that may have none, refuse it, or never answer. A page that cannot
// learn whether another tab holds the lock goes on without it: the server knows who has the seat.
import type { Clock } from "../../platform/clock.ts";

const queryAgainMs = 300;
/** Longer than any browser takes that does answer. */
const answerWaitMs = 3_000;
/** A lock that nobody holds is granted long before. */
const maxQueries = 20;

/** "unknown": this browser does not say. */
export type Claim = "held" | "refused" | "unknown";

export interface RoomLock {
  readonly isHeld: boolean;
  /**
   * The lock is kept until it is released, or until the end of the page.
   */
  request(options: LockOptions): Promise<Claim>;
  /** Resolves when the browser says that another page holds the lock, or says nothing. */
  watchHolder(signal: AbortSignal): Promise<"refused" | "unknown">;
  release(): void;
}

export function createRoomLock(
  name: string,
  { clock, handleStolen, signal: closing }: { clock: Clock; handleStolen: () => void; signal: AbortSignal },
): RoomLock {
  let release: (() => void) | null = null;

  function isBlocked(error: unknown): boolean {
    // The wait was aborted, or the lock was stolen. Everything else is a refusal of the browser.
    return !(error instanceof Error && error.name === "AbortError");
  }

  async function hold(options: LockOptions, resolve: (claim: Claim) => void): Promise<void> {
    await navigator.locks.request(name, options, (lock) => {
      const isHeld = lock !== null && !closing.aborted && options.signal?.aborted !== true;
      resolve(isHeld ? "held" : "refused");
      return isHeld ? new Promise<void>((done) => (release = done)) : undefined;
    });
  }

  function request(options: LockOptions): Promise<Claim> {
    return new Promise((resolve) => {
      // Does not rely on the request's own promise: if aborted right after its creation, it may
      // never settle in Chromium.
      options.signal?.addEventListener("abort", () => resolve("refused"), { once: true });
      // These two are answered at once, if at all.
      if (options.ifAvailable || options.steal) clock.after(answerWaitMs, () => resolve("unknown"));
      hold(options, resolve).catch((error: unknown) => {
        if (release !== null) handleStolen();
        resolve(isBlocked(error) ? "unknown" : "refused");
      });
    });
  }

  function watchHolder(signal: AbortSignal): Promise<"refused" | "unknown"> {
    return new Promise((resolve) => {
      let timesSeen = 0;
      let queries = 0;
      const query = async () => {
        if (signal.aborted) return;
        queries += 1;
        const cancel = clock.after(answerWaitMs, () => resolve("unknown"));
        const { held = [] } = await navigator.locks.query().finally(cancel);
        // Two in a row: a slow page learns late that it holds the lock itself.
        timesSeen = release === null && held.some((lock) => lock.name === name) ? timesSeen + 1 : 0;
        if (timesSeen === 2) resolve("refused");
        else if (queries === maxQueries) resolve("unknown");
        else clock.after(queryAgainMs, () => void run());
      };
      const run = () => query().catch(() => resolve("unknown"));
      void run();
    });
  }

  return {
    get isHeld() {
      return release !== null;
    },
    request,
    watchHolder,
    release() {
      release?.();
      release = null;
    },
  };
}
