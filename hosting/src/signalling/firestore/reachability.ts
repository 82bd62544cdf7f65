// Whether the server can be reached: told within 8 s of its loss and 3 s of its return. The SDK says so only after half a minute, and
// of a line that swallows packets not at all; and it waits up to a minute before it tries again. So after 4 s in which nothing was heard
// the server is asked, by a probe that costs no read and no write (a free sign for a line that is merely quiet there is not); and once a
// probe is answered after a loss, the SDK is made to connect anew. A probe alone never says that the server is back: a snapshot or
// a write that the server took does.
import type { Clock } from "../../platform/clock.ts";
import { createProbing, type ServerProbe } from "./server-probe.ts";

export const reachabilityTimings = {
  /** In peace the server is asked when nothing was heard of it for this long. */
  idleMs: 4_000,
  /** Asked without an answer for this long, it is lost. */
  lostAfterMs: 3_500,
  probeEveryMs: 1_000,
  /** After so long a loss it is asked less often. */
  probeSlowlyAfterMs: 600_000,
  probeSlowlyEveryMs: 10_000,
  /** The SDK may find back by itself before it is made to connect anew. */
  reconnectAfterMs: 1_000,
  /** Twice; then doubling, for a server that answers probes and nothing else. */
  reconnectEveryMs: 3_000,
  maxReconnectDelayMs: 30_000,
  /** A write not taken for this long is reason to ask; for the longer one, while probes are answered, to connect anew. */
  slowWriteMs: 4_000,
  hungWriteMs: 10_000,
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
  reconnect: () => Promise<void>;
  clock: Clock;
  /** False while nobody would notice: then nothing is asked in peace. */
  isWatching: () => boolean;
  onChange: (isReachable: boolean) => void;
  signal: AbortSignal;
}): Reachability {
  const { clock, isWatching, signal } = options;
  const probing = createProbing({ probe: options.probe, clock, onAnswer: handleAnswer });
  let isReachable = true;
  let isProbing = false;
  /** The SDK shows what it remembers. */
  let isFromCache = false;
  let heardAtMs = clock.now();
  let hintedAtMs = Number.NEGATIVE_INFINITY;
  let reconnects = 0;
  let reconnectedAtMs = Number.NEGATIVE_INFINITY;
  let mayReconnectAtMs = 0;
  let cancels = [clock.after(timings.idleMs, checkIdle)];
  signal.addEventListener("abort", stop, { once: true });

  function checkIdle() {
    const restMs = timings.idleMs - (clock.now() - heardAtMs);
    if (restMs <= 0 && isWatching()) startProbing();
    else cancels = [clock.after(restMs > 0 ? restMs : timings.idleMs, checkIdle)];
  }

  function startProbing() {
    if (isProbing || signal.aborted) return;
    stop();
    isProbing = true;
    reconnects = 0;
    mayReconnectAtMs = clock.now() + timings.reconnectAfterMs;
    probing.start(timings.probeEveryMs);
    scheduleLoss(true);
  }

  function scheduleLoss(mayPostpone: boolean) {
    const dueAtMs = clock.now() + timings.lostAfterMs;
    const reportLoss = () => {
      // The page stood still meanwhile: answers had no chance.
      if (mayPostpone && clock.now() - dueAtMs >= timings.probeEveryMs) return scheduleLoss(false);
      isReachable = false;
      options.onChange(false);
    };
    cancels = [
      clock.after(timings.lostAfterMs, reportLoss),
      clock.after(timings.probeSlowlyAfterMs, () => probing.start(timings.probeSlowlyEveryMs)),
    ];
  }

  function handleAnswer() {
    heardAtMs = clock.now();
    if (isReachable && !isFromCache) confirmReachable();
    else if (heardAtMs >= mayReconnectAtMs) reconnect();
  }

  function reconnect() {
    reconnects += 1;
    reconnectedAtMs = clock.now();
    const waitMs = timings.reconnectEveryMs * 2 ** Math.max(0, reconnects - 2);
    mayReconnectAtMs = reconnectedAtMs + Math.min(waitMs, timings.maxReconnectDelayMs);
    options.reconnect().catch(() => {});
  }

  function confirmReachable() {
    heardAtMs = clock.now();
    if (!isProbing || signal.aborted) return;
    stop();
    isProbing = false;
    cancels = [clock.after(timings.idleMs, checkIdle)];
    if (isReachable) return;
    isReachable = true;
    options.onChange(true);
  }

  function stop() {
    probing.stop();
    for (const cancel of cancels.splice(0)) cancel();
  }

  return {
    isReachable: () => isReachable,
    handleSnapshot({ fromCache, hasPendingWrites }) {
      if (fromCache) {
        isFromCache = true;
        return startProbing();
      }
      const isFresh = isFromCache || reconnects > 0;
      isFromCache = false;
      // An own write shows at once, whether the server knows of it or not; and a stream that hangs shows what it last heard.
      if (isFresh || (isReachable && !hasPendingWrites)) confirmReachable();
    },
    watchWrite(write) {
      const cancelProbing = clock.after(timings.slowWriteMs, startProbing);
      const cancelReconnect = clock.after(timings.hungWriteMs, () => {
        const isRecent = clock.now() - reconnectedAtMs < timings.maxReconnectDelayMs;
        if (!isProbing && !isRecent && !signal.aborted) reconnect();
      });
      const end = () => {
        cancelProbing();
        cancelReconnect();
        // A refusal is an answer, too.
        if (!isFromCache) confirmReachable();
      };
      write.then(end, end);
    },
    handleHint() {
      if (!isProbing) return startProbing();
      if (clock.now() - hintedAtMs < timings.probeEveryMs) return;
      hintedAtMs = clock.now();
      reconnects = 0;
      mayReconnectAtMs = Math.min(mayReconnectAtMs, reconnectedAtMs + timings.reconnectAfterMs);
      probing.start(timings.probeEveryMs);
    },
  };
}
