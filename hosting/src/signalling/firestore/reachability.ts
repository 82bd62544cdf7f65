// Whether the server can be reached: told within 8 s of its loss and 3 s of its return. The SDK says so only after half a minute, and
// of a line that swallows packets not at all; and it waits up to a minute before it tries again. So after 4 s in which nothing was heard
// the server is asked, by a probe that costs no read and no write (a free sign for a line that is merely quiet there is not); and once a
// probe is answered after a loss, the SDK is made to connect anew. A probe alone never says that the server is back: a snapshot or
// a write that the server took does.
import type { Clock } from "../../platform/clock.ts";
import { createAsking, type ServerProbe } from "./server-probe.ts";

export const reachabilityTimings = {
  /** In peace the server is asked when nothing was heard of it for this long. */
  quietMs: 4_000,
  /** Asked without an answer for this long, it is lost. */
  giveUpMs: 3_500,
  askEveryMs: 1_000,
  /** After so long a loss it is asked less often. */
  seldomAfterMs: 600_000,
  askSeldomEveryMs: 10_000,
  /** The SDK may find back by itself before it is made to connect anew. */
  renewAfterMs: 1_000,
  /** Twice; then doubling, for a server that answers probes and nothing else. */
  renewEveryMs: 3_000,
  longestRenewMs: 30_000,
  /** A write not taken for this long is reason to ask; for the longer one, while probes are answered, to connect anew. */
  writeWithinMs: 4_000,
  writeStuckAfterMs: 10_000,
} as const;

const timings = reachabilityTimings;

export interface Reachability {
  isReachable(): boolean;
  /** Of each snapshot of a listener that is told of changes in metadata. */
  handleSnapshot(metadata: { readonly fromCache: boolean; readonly hasPendingWrites: boolean }): void;
  watchWrite(write: Promise<unknown>): void;
  /** Something hints at a change: looked into at once. */
  handleHint(): void;
}

export function watchReachability(options: {
  probe: ServerProbe;
  /** Makes the SDK connect anew. */
  renew: () => Promise<void>;
  clock: Clock;
  /** False while nobody would notice: then nothing is asked in peace. */
  isWatching: () => boolean;
  onChange: (isReachable: boolean) => void;
  signal: AbortSignal;
}): Reachability {
  const { clock, isWatching, signal } = options;
  const asking = createAsking({ probe: options.probe, clock, onAnswer: handleAnswer });
  let isReachable = true;
  let isAsking = false;
  /** The SDK shows what it remembers. */
  let isStale = false;
  let heardAtMs = clock.now();
  let hintedAtMs = Number.NEGATIVE_INFINITY;
  let renewals = 0;
  let renewedAtMs = Number.NEGATIVE_INFINITY;
  let mayRenewAtMs = 0;
  let cancels = [clock.after(timings.quietMs, look)];
  signal.addEventListener("abort", stop, { once: true });

  function look() {
    const restMs = timings.quietMs - (clock.now() - heardAtMs);
    if (restMs <= 0 && isWatching()) ask();
    else cancels = [clock.after(restMs > 0 ? restMs : timings.quietMs, look)];
  }

  function ask() {
    if (isAsking || signal.aborted) return;
    stop();
    isAsking = true;
    renewals = 0;
    mayRenewAtMs = clock.now() + timings.renewAfterMs;
    asking.ask(timings.askEveryMs);
    judgeLater(true);
  }

  function judgeLater(mayRepeat: boolean) {
    const dueAtMs = clock.now() + timings.giveUpMs;
    const judge = () => {
      // The page stood still meanwhile: answers had no chance.
      if (mayRepeat && clock.now() - dueAtMs >= timings.askEveryMs) return judgeLater(false);
      isReachable = false;
      options.onChange(false);
    };
    cancels = [
      clock.after(timings.giveUpMs, judge),
      clock.after(timings.seldomAfterMs, () => asking.ask(timings.askSeldomEveryMs)),
    ];
  }

  function handleAnswer() {
    heardAtMs = clock.now();
    if (isReachable && !isStale) settle();
    else if (heardAtMs >= mayRenewAtMs) renew();
  }

  function renew() {
    renewals += 1;
    renewedAtMs = clock.now();
    const waitMs = timings.renewEveryMs * 2 ** Math.max(0, renewals - 2);
    mayRenewAtMs = renewedAtMs + Math.min(waitMs, timings.longestRenewMs);
    options.renew().catch(() => {});
  }

  function settle() {
    heardAtMs = clock.now();
    if (!isAsking || signal.aborted) return;
    stop();
    isAsking = false;
    cancels = [clock.after(timings.quietMs, look)];
    if (isReachable) return;
    isReachable = true;
    options.onChange(true);
  }

  function stop() {
    asking.stop();
    for (const cancel of cancels.splice(0)) cancel();
  }

  return {
    isReachable: () => isReachable,
    handleSnapshot({ fromCache, hasPendingWrites }) {
      if (fromCache) {
        isStale = true;
        return ask();
      }
      const isNews = isStale || renewals > 0;
      isStale = false;
      // An own write shows at once, whether the server knows of it or not; and a stream that hangs shows what it last heard.
      if (isNews || (isReachable && !hasPendingWrites)) settle();
    },
    watchWrite(write) {
      const cancelAsking = clock.after(timings.writeWithinMs, ask);
      const cancelRenewal = clock.after(timings.writeStuckAfterMs, () => {
        const isRecent = clock.now() - renewedAtMs < timings.longestRenewMs;
        if (!isAsking && !isRecent && !signal.aborted) renew();
      });
      const end = () => {
        cancelAsking();
        cancelRenewal();
        // A refusal is an answer, too.
        if (!isStale) settle();
      };
      write.then(end, end);
    },
    handleHint() {
      if (!isAsking) return ask();
      if (clock.now() - hintedAtMs < timings.askEveryMs) return;
      hintedAtMs = clock.now();
      renewals = 0;
      mayRenewAtMs = Math.min(mayRenewAtMs, renewedAtMs + timings.renewAfterMs);
      asking.ask(timings.askEveryMs);
    },
  };
}
