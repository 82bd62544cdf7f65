// One seat per person within this browser. The tab that holds the room's Web Lock has the call, and
// any other tab may ask it to let go. The lock decides, not a message, so a crashed or frozen tab
// never keeps a seat.
import { onScopeDispose } from "vue";

/** How long to wait for a lock whose holder does not answer: its page is going away, or frozen. */
const claimWaitMs = 1_500;
const queryAgainMs = 300;
/** How long the holder may take to leave. Then the lock is stolen. */
const letGoWaitMs = 3_000;

type GuardMessage<T> =
  | { readonly type: "who-holds" | "i-hold" | "let-go" }
  | { readonly type: "gone"; readonly legacy: T | null };

export interface SeatGuardOptions<T> {
  /** Another tab takes over: leaves the call, and hands over what that tab needs to go on. */
  handleLetGo: () => Promise<T | null>;
}

export function useSeatGuard<T>(uuid: string, options: SeatGuardOptions<T>) {
  const name = `meetogram:${uuid}`;
  const channel = new BroadcastChannel(name);
  const scope = new AbortController();
  let release: (() => void) | null = null;

  const post = (message: GuardMessage<T>) => {
    if (!scope.signal.aborted) channel.postMessage(message);
  };

  function listen(handle: (message: GuardMessage<T>) => void, signal: AbortSignal): void {
    channel.addEventListener("message", (event: MessageEvent<GuardMessage<T>>) => handle(event.data), { signal });
  }

  /**
   * Resolves to true once the lock is held. It is kept until it is released, or until the end of
   * the scope or the page.
   */
  function request(lockOptions: LockOptions): Promise<boolean> {
    const { signal } = lockOptions;
    return new Promise((resolve) => {
      // Does not rely on the request's own promise: if aborted right after its creation, it may
      // never settle in Chromium.
      signal?.addEventListener("abort", () => resolve(false), { once: true });
      navigator.locks
        .request(name, lockOptions, (lock) => {
          const isHeld = lock !== null && !scope.signal.aborted && signal?.aborted !== true;
          resolve(isHeld);
          return isHeld ? new Promise<void>((done) => (release = done)) : undefined;
        })
        .catch(() => {
          // The wait was aborted, or another tab stole the lock from a holder that did not answer.
          // Such a holder ends like one that did.
          if (release !== null) void letGo();
          resolve(false);
        });
    });
  }

  /**
   * Aborts when two queries in a row find another holder: a slow page learns late that it holds the
   * lock itself.
   */
  function abortIfHeld(waiting: AbortController): void {
    let timesSeen = 0;
    const queryLock = async () => {
      if (waiting.signal.aborted) return;
      const { held = [] } = await navigator.locks.query();
      timesSeen = release === null && held.some((lock) => lock.name === name) ? timesSeen + 1 : 0;
      if (timesSeen === 2) waiting.abort();
      else setTimeout(() => void queryLock(), queryAgainMs);
    };
    setTimeout(() => void queryLock(), claimWaitMs);
  }

  async function letGo(): Promise<void> {
    const handover = await options.handleLetGo().catch(() => null);
    post({ type: "gone", legacy: handover });
    release?.();
    release = null;
  }

  function close(): void {
    scope.abort();
    release?.();
    release = null;
    channel.close();
  }

  listen((message) => {
    if (release === null) return;
    if (message.type === "who-holds") post({ type: "i-hold" });
    if (message.type === "let-go") void letGo();
  }, scope.signal);

  // Otherwise a reload would find the lock held by the page that it replaces.
  window.addEventListener("pagehide", close, { signal: scope.signal });
  onScopeDispose(close);

  return {
    /** False when another tab has the seat. */
    async claim(): Promise<boolean> {
      const waiting = new AbortController();
      listen((message) => message.type === "i-hold" && waiting.abort(), waiting.signal);
      post({ type: "who-holds" });
      abortIfHeld(waiting);
      const isHeld = await request({ signal: waiting.signal });
      waiting.abort();
      return isHeld;
    },

    /**
     * Resolves to what the previous tab handed over, or to null when there was none or it did not
     * answer.
     */
    async takeOver(): Promise<T | null> {
      if (await request({ ifAvailable: true })) return null;
      const answer = new Promise<T | null>((resolve) => {
        listen((message) => message.type === "gone" && resolve(message.legacy), scope.signal);
        setTimeout(() => resolve(null), letGoWaitMs);
      });
      post({ type: "let-go" });
      const handover = await answer;
      if (!(await request({ signal: AbortSignal.timeout(claimWaitMs) }))) await request({ steal: true });
      return handover;
    },
  };
}
