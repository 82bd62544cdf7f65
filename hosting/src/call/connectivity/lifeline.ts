// Whether the remote participant can be reached, and what to do while it cannot: pings, ICE
// restarts, and the end after too long a silence. Starts when the channel opens.
import { watchArrivals } from "./arrivals.ts";
import type { Clock } from "../../platform/clock.ts";
import { judgeLiveness, startHeartbeat, type Heartbeat, type Liveness } from "./liveness.ts";
import { createIceRestarts } from "./ice-restarts.ts";
import { timings } from "../timings.ts";

export interface Lifeline {
  /** It was open once. */
  readonly wasOpen: boolean;
  readonly liveness: Liveness;
  /** The network works, and the remote page says nothing. A guess that needs some seconds. */
  readonly isPageStalled: boolean;
  /** What is sent over the channel arrives soon. */
  isTrusted(): boolean;
  handleOpen(): void;
  /** A message has come over the channel. */
  handleHeard(): void;
  /** A signal has come through the server. */
  handleServerSignal(): void;
  /** Both sides have agreed on a description. */
  handleNegotiated(): void;
  /** The network may be back. */
  reconnectNow(): void;
  /** Judges the liveness again after a message. */
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

  // During an ICE restart, a connection that was up is "connecting".
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
      // Pings immediately, so that the channel does not wait with its retransmissions.
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

  /**
   * A running page is heard with every ping. Checks answered clearly later than that were answered
   * without it.
   */
  function isPageStalled() {
    if (heartbeat === null || isDisconnected()) return false;
    return arrivals.wereChecksAnsweredThrough(heartbeat.heardAtMs + timings.pingEveryMs + timings.heartbeatMs / 2);
  }

  function review() {
    if (heartbeat === null || signal.aborted) return;
    restarts.review();
    const current = judgeLiveness(heartbeat.sinceHeardMs, isDisconnected());
    if (current === "lost" && !isKept()) return options.onEnd("lost");
    const shown = current === "alive" || isMediaArriving() ? "alive" : "silent";
    if (shown === liveness) return;
    liveness = shown;
    options.onChange();
  }

  /**
   * On a weak network the channel may be blocked for much longer than audio and video. Who is seen
   * and heard is not silent. If only the way back is lost, the connection is cut soon.
   */
  function isMediaArriving() {
    return !isDisconnected() && arrivals.isMediaArriving;
  }

  /** Silence alone does not end a connection with media. */
  function isKept() {
    return clock.now() < graceUntilMs || isMediaArriving();
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
    isTrusted() {
      const heard = judgeLiveness(heartbeat?.sinceHeardMs ?? 0, isDisconnected());
      return heard === "alive" && clock.now() >= distrustUntilMs;
    },
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
