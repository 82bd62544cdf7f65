// The server's time as estimated by this device: its monotonic clock, and a difference that the
// server's answers give. Others and the rules compare leases, so a device with a wrong clock must
// not use its own time. The wall clock may be corrected at any moment, and the monotonic one stands
// still while some devices sleep. Where the two disagree, the server is asked again. Until it has
// answered, the estimate is right or behind, and never ahead: then a lease is only shorter.

export type ServerClock = () => number;

/** The two clocks of the device. */
export interface DeviceClocks {
  monotonic(): number;
  wall(): number;
}

export interface SampledClock {
  readonly now: ServerClock;
  /** `serverTime` is the server's time when it answered: now, or a little earlier. */
  set(serverTime: string): void;
  /** Asks the server if the clocks disagree. Resolves to whether the time was corrected. */
  review(): Promise<boolean>;
}

/** More than clocks drift apart in a day, and far less than leases tolerate. */
const disagreeByMs = 5_000;

const systemClocks: DeviceClocks = { monotonic: () => performance.now(), wall: () => Date.now() };

export function createServerClock(options: {
  serverTime: string;
  /** The server's time, or null when there was no answer. */
  sample: () => Promise<string | null>;
  clocks?: DeviceClocks;
}): SampledClock {
  const { clocks = systemClocks } = options;
  const readGap = () => clocks.wall() - clocks.monotonic();
  let aheadMs = 0;
  let gapMs = 0;
  let reviewing: Promise<boolean> | null = null;

  function set(serverTime: string) {
    aheadMs = Date.parse(serverTime) - clocks.monotonic();
    gapMs = readGap();
  }

  const isDoubtful = () => Math.abs(readGap() - gapMs) > disagreeByMs;

  async function sample(): Promise<boolean> {
    const gapBeforeMs = readGap();
    const serverTime = await options.sample();
    // Set meanwhile by another answer, or no answer. An answer that a sleep has delayed is old.
    if (!isDoubtful() || serverTime === null || Math.abs(readGap() - gapBeforeMs) > disagreeByMs) return false;
    set(serverTime);
    return true;
  }

  set(options.serverTime);
  return {
    now: () => clocks.monotonic() + aheadMs,
    set,
    async review() {
      if (!isDoubtful()) return false;
      reviewing ??= sample().finally(() => (reviewing = null));
      return reviewing;
    },
  };
}
