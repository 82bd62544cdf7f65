// Whether the server can be reached. A loss is reported within 8 s, a return within 3 s;
// docs/signalling.md explains why the SDK alone cannot do that. Probes cost neither read nor write.
// Only a snapshot from the server or an accepted or refused write says that the server is back: a
// probe never does.
import type { Clock } from "../../platform/clock.ts";
import { createProbing, type ServerProbe } from "./server-probe.ts";

export const reachabilityTimings = {
  /** A probe follows when nothing was heard from the server for this long. */
  idleMs: 4_000,
  /** The server counts as lost when probes are unanswered for this long. */
  lostAfterMs: 3_500,
  probeEveryMs: 1_000,
  /** After a loss of this length, probes become rare. */
  probeSlowlyAfterMs: 600_000,
  probeSlowlyEveryMs: 10_000,
  /** The SDK gets this long to reconnect by itself. */
  reconnectAfterMs: 1_000,
  /**
   * The delay between reconnects: constant twice, then doubling, for a server that answers only
   * probes.
   */
  reconnectEveryMs: 3_000,
  maxReconnectDelayMs: 30_000,
  /**
   * A write that is not accepted for this long causes a probe. After the longer time, while probes
   * are answered, it causes a reconnect.
   */
  slowWriteMs: 4_000,
  hungWriteMs: 10_000,
} as const;

const timings = reachabilityTimings;

export interface Reachability {
  isReachable(): boolean;
  /** For each snapshot of a listener that includes metadata changes. */
  handleSnapshot(metadata: { readonly fromCache: boolean; readonly hasPendingWrites: boolean }): void;
  watchWrite(write: Promise<unknown>): void;
  /** For a hint of a returning network: probes immediately. */
  handleHint(): void;
}

export function watchReachability(options: {
  probe: ServerProbe;
  /** Makes the SDK reconnect. */
  reconnect: () => Promise<void>;
  clock: Clock;
  /** False while nobody is watching. Then no idle probe is sent. */
  isWatching: () => boolean;
  onChange: (isReachable: boolean) => void;
  signal: AbortSignal;
}): Reachability {
  const { clock, isWatching, signal } = options;
  const probing = createProbing({ probe: options.probe, clock, onAnswer: handleAnswer });
  let isReachable = true;
  let isProbing = false;
  /** The SDK serves snapshots from its cache. */
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
      // The page was suspended meanwhile, so answers had no chance.
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
      // A local write shows immediately, whether or not the server has it. A hung stream shows what
      // it heard last.
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
