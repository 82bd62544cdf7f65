// The server's clock as estimated by this device. Others and the rules compare leases, so a device
// with a wrong clock must not use its own time. `Date.now`, unlike a monotonic clock, goes on while
// the device sleeps.

export type ServerClock = () => number;

/** `serverTime` is the server's time when it answered: now, or a little earlier. */
export function createServerClock(serverTime: string, now: () => number = Date.now): ServerClock {
  const aheadMs = Date.parse(serverTime) - now();
  return () => now() + aheadMs;
}
