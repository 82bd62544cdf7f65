// One seat a person within this browser: the tab that holds the room's Web Lock has the call, any other one may ask it to let go.
// The lock, not a message, decides; so a tab that crashed or froze never keeps a seat.
import { onScopeDispose } from "vue";

/** How long a lock is waited for whose holder is silent: a page that is just going away, or a frozen one. */
const claimWaitMs = 1_500;
const queryAgainMs = 300;
/** How long the holder may take to leave before the lock is taken from it. */
const letGoWaitMs = 3_000;

type GuardMessage<T> =
  { readonly type: "who-holds" | "i-hold" | "let-go" } | { readonly type: "gone"; readonly legacy: T | null };

export interface SeatGuardOptions<T> {
  /** Another tab takes the call: leave it, and hand over what that tab needs to go on. */
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

  /** True once held. The lock is kept until it is let go, or until the end of the scope or the page. */
  function request(lockOptions: LockOptions): Promise<boolean> {
    const { signal } = lockOptions;
    return new Promise((resolve) => {
      // Not left to the request's own promise: one that is aborted a moment after it was made may never settle in Chromium.
      signal?.addEventListener("abort", () => resolve(false), { once: true });
      navigator.locks
        .request(name, lockOptions, (lock) => {
          const isHeld = lock !== null && !scope.signal.aborted && signal?.aborted !== true;
          resolve(isHeld);
          return isHeld ? new Promise<void>((done) => (release = done)) : undefined;
        })
        .catch(() => {
          // Not got in time; or taken away from a holder that did not answer, which then ends like one that did.
          if (release !== null) void letGo();
          resolve(false);
        });
    });
  }

  /** Aborts when the lock is seen in other hands twice: a slow page is late to learn that it has it itself. */
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

  // A reload must not find the lock held by the page that it replaces.
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

    /** Resolves to what the other tab handed over; null when there was none or it did not answer. */
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
