// One seat per person within this browser. The tab that holds the room's Web Lock has the call, and
// any other tab may ask it to let go. The lock decides, not a message, so a crashed or frozen tab
// never keeps a seat. Without a lock every tab goes on, and the server decides.
import { onScopeDispose } from "vue";
import { systemClock, type Clock } from "../../platform/clock.ts";
import { createRoomChannel } from "./room-channel.ts";
import { createRoomLock, type Claim } from "./room-lock.ts";

/** How long to wait for a lock whose holder does not answer: its page is going away, or frozen. */
const claimWaitMs = 1_500;
/** How long the holder may take to leave. Then the lock is stolen. */
const letGoWaitMs = 3_000;

type GuardMessage<T> =
  | { readonly type: "who-holds" | "i-hold" | "let-go" }
  | { readonly type: "gone"; readonly legacy: T | null };

export interface SeatGuardOptions<T> {
  /** Another tab takes over: leaves the call, and hands over what that tab needs to go on. */
  handleLetGo: () => Promise<T | null>;
  clock?: Clock;
}

export function useSeatGuard<T>(uuid: string, { handleLetGo, clock = systemClock }: SeatGuardOptions<T>) {
  const name = `meetogram:${uuid}`;
  const scope = new AbortController();
  const { signal } = scope;
  const channel = createRoomChannel<GuardMessage<T>>(name);
  // A holder whose lock was stolen did not answer. It ends like one that did.
  const lock = createRoomLock(name, { clock, signal, handleStolen: () => void letGo() });
  /** Has the seat as far as anybody knows: this browser does not say who holds the lock. */
  let isUnguarded = false;

  async function letGo(): Promise<void> {
    const handover = await handleLetGo().catch(() => null);
    channel.post({ type: "gone", legacy: handover });
    isUnguarded = false;
    lock.release();
  }

  function close(): void {
    scope.abort();
    lock.release();
    channel.close();
  }

  channel.listen((message) => {
    if (!lock.isHeld && !isUnguarded) return;
    if (message.type === "who-holds") channel.post({ type: "i-hold" });
    if (message.type === "let-go") void letGo();
  }, signal);

  // Otherwise a reload would find the lock held by the page that it replaces.
  window.addEventListener("pagehide", close, { signal });
  onScopeDispose(close);

  /** Aborted after the time, or with the scope. */
  function after(delayMs: number): AbortSignal {
    const waiting = new AbortController();
    const cancel = clock.after(delayMs, () => waiting.abort());
    signal.addEventListener("abort", cancel, { once: true });
    return waiting.signal;
  }

  return {
    /** "refused": another tab has the seat. "unknown": goes on without a lock. */
    async claim(): Promise<Claim> {
      const waiting = new AbortController();
      channel.listen((message) => message.type === "i-hold" && waiting.abort(), waiting.signal);
      channel.post({ type: "who-holds" });
      const watched = new Promise<"refused" | "unknown">((resolve) => {
        const cancel = clock.after(claimWaitMs, () => void lock.watchHolder(waiting.signal).then(resolve));
        waiting.signal.addEventListener("abort", cancel, { once: true });
      });
      const claim = await Promise.race([lock.request({ signal: waiting.signal }), watched]);
      isUnguarded = claim === "unknown";
      // A request without an answer stays: it may be granted late.
      if (!isUnguarded) waiting.abort();
      return claim;
    },

    /**
     * Resolves to what the previous tab handed over, or to null when there was none or it did not
     * answer.
     */
    async takeOver(): Promise<T | null> {
      const claim = await lock.request({ ifAvailable: true });
      if (claim === "held") return null;
      isUnguarded = claim === "unknown";
      if (isUnguarded && !channel.isOpen) return null;
      const answer = new Promise<T | null>((resolve) => {
        channel.listen((message) => message.type === "gone" && resolve(message.legacy), signal);
        clock.after(letGoWaitMs, () => resolve(null));
      });
      channel.post({ type: "let-go" });
      const handover = await answer;
      if (isUnguarded) return handover;
      if ((await lock.request({ signal: after(claimWaitMs) })) !== "held") await lock.request({ steal: true });
      return handover;
    },
  };
}
