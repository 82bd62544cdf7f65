// When ICE is restarted in place: at once when the way is lost, then at a steady pace for as long as it stays lost. Checks that were
// agreed on go on by themselves for about 15 s, so a way that comes back meanwhile is found without another word.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";

export interface IceRestarts {
  /** To be asked every second, and whenever the state of the connection has changed. */
  review(): void;
  /** Both sides have agreed on something: checks have just begun anew. */
  handleNegotiated(): void;
  /** The way is known to be of no use, or the network is back: without waiting for its turn. */
  restartNow(): void;
}

export function createIceRestarts(options: {
  clock: Clock;
  isPolite: boolean;
  /** The way was there and is lost. */
  isCut: () => boolean;
  /** Nothing is being agreed on, and what is written will arrive. */
  mayRestart: () => boolean;
  restart: () => void;
}): IceRestarts {
  const { clock } = options;
  // The polite side leaves the first attempt to the other.
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
