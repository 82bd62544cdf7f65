// When to restart ICE in place: immediately when the connection is lost, then at a steady pace
// while it stays lost. Agreed connectivity checks go on by themselves for about 15 s, so a path
// that returns meanwhile is found without another signal.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export interface IceRestarts {
  /** To be called every second, and after each change of the connection's state. */
  review(): void;
  /** A description was agreed on: connectivity checks have just started again. */
  handleNegotiated(): void;
  /**
   * Restarts without waiting for the next interval: the path is known to be useless, or the network
   * is back.
   */
  restartNow(): void;
}

export function createIceRestarts(options: {
  clock: Clock;
  isPolite: boolean;
  /** The connection was up and is lost. */
  isCut: () => boolean;
  /** No negotiation is under way, and what is written will arrive. */
  mayRestart: () => boolean;
  restart: () => void;
}): IceRestarts {
  const { clock } = options;
  // The polite peer leaves the first attempt to the impolite one.
  const politeDelayMs = options.isPolite ? timings.politeRestartAfterMs : 0;
  let cutAtMs: number | null = null;
  let lastAttemptAtMs = Number.NEGATIVE_INFINITY;

  function restart() {
    if (!options.mayRestart()) return;
    lastAttemptAtMs = clock.now();
    options.restart();
  }

  return {
    review() {
      if (!options.isCut()) {
        cutAtMs = null;
        return;
      }
      cutAtMs ??= clock.now();
      if (clock.now() >= Math.max(cutAtMs, lastAttemptAtMs + timings.restartEveryMs) + politeDelayMs) restart();
    },
    handleNegotiated() {
      lastAttemptAtMs = clock.now();
    },
    restartNow() {
      if (clock.now() - lastAttemptAtMs >= timings.reconnectNowEveryMs) restart();
    },
  };
}
