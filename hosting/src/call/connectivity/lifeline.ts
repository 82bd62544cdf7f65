// Whether there is a way to the other side, and what is done while there is none: pings, restarts of ICE, and after too long a silence
// the end. Begins when the channel opens.
import { watchArrivals } from "./arrivals.ts";
import type { Clock } from "../../platform/clock.ts";
import { judgeLiveness, startHeartbeat, type Heartbeat, type Liveness } from "./liveness.ts";
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
  handleServerSignal(): void;
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
  let heartbeat: Heartbeat | null = null;
  let liveness: Liveness = "alive";
  let distrustUntilMs = Number.NEGATIVE_INFINITY;
  let graceUntilMs = Number.NEGATIVE_INFINITY;
  let cancelCheck = () => {};
  const arrivals = watchArrivals(clock, connection);
  const restarts = createIceRestarts({
    clock,
    isPolite: options.isPolite,
    isCut: () => heartbeat !== null && isDisconnected(),
    mayRestart: () => connection.signalingState === "stable" && options.isReachable(),
    restart: () => connection.restartIce(),
  });

  connection.addEventListener("connectionstatechange", handleConnectionState, { signal });

  // While a restart looks for another way, the connection that was there is "connecting".
  function isDisconnected() {
    const { connectionState } = connection;
    if (connectionState === "connecting") return heartbeat !== null;
    return connectionState === "disconnected" || connectionState === "failed";
  }

  function handleConnectionState() {
    const { connectionState } = connection;
    if (connectionState === "failed" && heartbeat === null) return options.onEnd("failed");
    if (connectionState === "connected" && heartbeat !== null) {
      graceUntilMs = clock.now() + timings.graceMs;
      // Speaks at once, so that what waits in the channel is not sent again only at its next turn.
      ping(0);
    }
    review();
  }

  function handleBeat(count: number) {
    if (count % (timings.pingEveryMs / timings.heartbeatMs) === 0) ping(count);
    if (heartbeat !== null && heartbeat.sinceHeardMs >= timings.pingEveryMs) void checkArrivals();
    review();
  }

  async function checkArrivals() {
    const wasStalled = isPageStalled();
    await arrivals.check();
    if (!signal.aborted && isPageStalled() !== wasStalled) options.onChange();
  }

  /** A page that runs is heard with every ping: what is answered clearly later than that is answered without it. */
  function isPageStalled() {
    if (heartbeat === null || isDisconnected()) return false;
    return arrivals.wereChecksAnsweredThrough(heartbeat.heardAtMs + timings.pingEveryMs + timings.heartbeatMs / 2);
  }

  function review() {
    if (heartbeat === null || signal.aborted) return;
    restarts.review();
    const current = judgeLiveness(heartbeat.sinceHeardMs, isDisconnected());
    if (current === "lost" && !isKept()) return options.onEnd("lost");
    const shown = current === "lost" ? "silent" : current;
    if (shown === liveness) return;
    liveness = shown;
    options.onChange();
  }

  /** Silence alone ends no media that flows: where packets are lost, the channel may be stuck for longer than sound and pictures. */
  function isKept() {
    return clock.now() < graceUntilMs || (!isDisconnected() && arrivals.isMediaArriving);
  }

  function distrustChannel() {
    distrustUntilMs = clock.now() + timings.distrustChannelMs;
  }

  return {
    get wasOpen() {
      return heartbeat !== null;
    },
    get liveness() {
      return liveness;
    },
    get isPageStalled() {
      return isPageStalled();
    },
    isTrusted: () => liveness === "alive" && !isDisconnected() && clock.now() >= distrustUntilMs,
    handleOpen() {
      heartbeat = startHeartbeat(clock, { onBeat: handleBeat, onLimit: review });
    },
    handleHeard: () => heartbeat?.heard(),
    handleServerSignal: distrustChannel,
    handleNegotiated() {
      restarts.handleNegotiated();
      graceUntilMs = clock.now() + timings.graceMs;
    },
    reconnectNow() {
      if (heartbeat === null || signal.aborted) return;
      const { heardAtMs } = heartbeat;
      ping(0);
      cancelCheck();
      cancelCheck = clock.after(timings.hintCheckMs, () => {
        if (heartbeat === null || heartbeat.heardAtMs > heardAtMs) return;
        distrustChannel();
        restarts.restartNow();
      });
    },
    review,
    stop() {
      cancelCheck();
      heartbeat?.stop();
    },
  };
}
