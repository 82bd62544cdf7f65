// Whether there is a way to the other side, and what is done while there is none: pings, restarts of ICE, and after too long a silence
// the end. Begins when the channel opens.
import { watchArrivals } from "./arrivals.ts";
import type { Clock } from "../../platform/clock.ts";
import { judgeLiveness, startPulse, type Liveness, type Pulse } from "./liveness.ts";
import { createIceRestarts } from "./ice-restarts.ts";
import { timings } from "../timings.ts";

export interface Lifeline {
  /** It was open once. */
  readonly wasOpen: boolean;
  readonly liveness: Liveness;
  /** The network holds, and the other's page says nothing: a guess that needs some seconds. */
  readonly isPageStalled: boolean;
  /** What is sent over the channel arrives soon. */
  isTrusted(): boolean;
  handleOpen(): void;
  /** Something has come over the channel. */
  handleHeard(): void;
  /** Something has come through the server. */
  handleDetour(): void;
  /** Both sides have agreed on a description. */
  handleNegotiated(): void;
  /** The network may be back. */
  reconnectNow(): void;
  /** Looks again at what has just been heard. */
  review(): void;
  stop(): void;
}

export function createLifeline(options: {
  connection: RTCPeerConnection;
  clock: Clock;
  isPolite: boolean;
  ping: (id: number) => void;
  isReachable: () => boolean;
  onChange: () => void;
  /** "failed": it never opened. */
  onEnd: (end: "failed" | "lost") => void;
  signal: AbortSignal;
}): Lifeline {
  const { connection, clock, ping, signal } = options;
  let pulse: Pulse | null = null;
  let liveness: Liveness = "alive";
  let detourUntil = Number.NEGATIVE_INFINITY;
  let graceUntil = Number.NEGATIVE_INFINITY;
  let cancelProbe = () => {};
  const arrivals = watchArrivals(clock, connection);
  const restarts = createIceRestarts({
    clock,
    isPolite: options.isPolite,
    isCut: () => pulse !== null && isDisconnected(),
    mayRestart: () => connection.signalingState === "stable" && options.isReachable(),
    restart: () => connection.restartIce(),
  });

  connection.addEventListener("connectionstatechange", handleConnectionState, { signal });

  // While a restart looks for another way, the connection that was there is "connecting".
  function isDisconnected() {
    const { connectionState } = connection;
    if (connectionState === "connecting") return pulse !== null;
    return connectionState === "disconnected" || connectionState === "failed";
  }

  function handleConnectionState() {
    const { connectionState } = connection;
    if (connectionState === "failed" && pulse === null) return options.onEnd("failed");
    if (connectionState === "connected" && pulse !== null) {
      graceUntil = clock.now() + timings.graceMs;
      // Speaks at once, so that what waits in the channel is not sent again only at its next turn.
      ping(0);
    }
    review();
  }

  function handleBeat(count: number) {
    if (count % (timings.pingEveryMs / timings.beatMs) === 0) ping(count);
    if (pulse !== null && pulse.sinceHeardMs >= timings.pingEveryMs) void checkArrivals();
    review();
  }

  async function checkArrivals() {
    const wasStalled = isPageStalled();
    await arrivals.look();
    if (!signal.aborted && isPageStalled() !== wasStalled) options.onChange();
  }

  /** A page that runs is heard with every ping: what is answered clearly later than that is answered without it. */
  function isPageStalled() {
    if (pulse === null || isDisconnected()) return false;
    return arrivals.haveAnswersGoneOnThrough(pulse.heardAtMs + timings.pingEveryMs + timings.beatMs / 2);
  }

  function review() {
    if (pulse === null || signal.aborted) return;
    restarts.review();
    const current = judgeLiveness(pulse.sinceHeardMs, isDisconnected());
    if (current === "lost" && !mayComeBack()) return options.onEnd("lost");
    const shown = current === "lost" ? "silent" : current;
    if (shown === liveness) return;
    liveness = shown;
    options.onChange();
  }

  /** Silence alone ends no media that flows: where packets are lost, the channel may be stuck for longer than sound and pictures. */
  function mayComeBack() {
    return clock.now() < graceUntil || (!isDisconnected() && arrivals.isMediaComing);
  }

  function detour() {
    detourUntil = clock.now() + timings.detourMs;
  }

  return {
    get wasOpen() {
      return pulse !== null;
    },
    get liveness() {
      return liveness;
    },
    get isPageStalled() {
      return isPageStalled();
    },
    isTrusted: () => liveness === "alive" && !isDisconnected() && clock.now() >= detourUntil,
    handleOpen() {
      pulse = startPulse(clock, { onBeat: handleBeat, onLimit: review });
    },
    handleHeard: () => pulse?.heard(),
    handleDetour: detour,
    handleNegotiated() {
      restarts.handleNegotiated();
      graceUntil = clock.now() + timings.graceMs;
    },
    reconnectNow() {
      if (pulse === null || signal.aborted) return;
      const { heardAtMs } = pulse;
      ping(0);
      cancelProbe();
      cancelProbe = clock.after(timings.probeWithinMs, () => {
        if (pulse === null || pulse.heardAtMs > heardAtMs) return;
        detour();
        restarts.restartNow();
      });
    },
    review,
    stop() {
      cancelProbe();
      pulse?.stop();
    },
  };
}
