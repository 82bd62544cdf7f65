// One seat a person within this browser: the tab that holds the room's Web Lock has the call, any other one may ask it to let go.
// The lock, not a message, decides; so a tab that crashed or froze never keeps a seat.
import { onScopeDispose } from "vue";

/** How long a page that is just going away (a reload) is waited for. */
const claimWaitMs = 400;
/** How long the holder may take to leave before the lock is taken from it. */
const letGoWaitMs = 3_000;

type GuardMessage<T> = { readonly type: "let-go" } | { readonly type: "gone"; readonly legacy: T | null };

export interface SeatGuardOptions<T> {
  /** Another tab takes the call: leave it, and hand over what that tab needs to go on. */
  handleLetGo: () => Promise<T | null>;
}

export function useSeatGuard<T>(uuid: string, options: SeatGuardOptions<T>) {
  const name = `meetogram:${uuid}`;
  const channel = new BroadcastChannel(name);
  const scope = new AbortController();
  let release: (() => void) | null = null;

  /** True once held. The lock is kept until `release`, the end of the scope or of the page. */
  function request(lockOptions: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      navigator.locks
        .request(name, lockOptions, (lock) => {
          const isHeld = lock !== null && !scope.signal.aborted;
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

  async function letGo(): Promise<void> {
    const legacy = await options.handleLetGo().catch(() => null);
    channel.postMessage({ type: "gone", legacy } satisfies GuardMessage<T>);
    release?.();
    release = null;
  }

  channel.addEventListener(
    "message",
    (event: MessageEvent<GuardMessage<T>>) => {
      if (event.data.type === "let-go" && release !== null) void letGo();
    },
    { signal: scope.signal },
  );

  onScopeDispose(() => {
    scope.abort();
    release?.();
    release = null;
    channel.close();
  });

  return {
    claim: () => request({ signal: AbortSignal.timeout(claimWaitMs) }),

    /** Resolves to what the other tab handed over; null when there was none or it did not answer. */
    async takeOver(): Promise<T | null> {
      if (await request({ ifAvailable: true })) return null;
      const answer = new Promise<T | null>((resolve) => {
        channel.addEventListener(
          "message",
          (event: MessageEvent<GuardMessage<T>>) => {
            if (event.data.type === "gone") resolve(event.data.legacy);
          },
          { signal: scope.signal },
        );
        setTimeout(() => resolve(null), letGoWaitMs);
      });
      channel.postMessage({ type: "let-go" } satisfies GuardMessage<T>);
      const legacy = await answer;
      if (!(await request({ signal: AbortSignal.timeout(claimWaitMs) }))) await request({ steal: true });
      return legacy;
    },
  };
}
