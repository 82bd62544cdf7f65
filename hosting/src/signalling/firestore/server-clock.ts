// The server's clock as this device knows it: leases are compared by others and by rules, so a device whose own clock is wrong must
// not write by it. `Date.now`, unlike a monotonic clock, goes on while the device sleeps.

export type ServerClock = () => number;

/** `serverTime` is what the server's clock showed when its answer was made, which is now or a little earlier. */
export function createServerClock(serverTime: string, now: () => number = Date.now): ServerClock {
  const aheadMs = Date.parse(serverTime) - now();
  return () => now() + aheadMs;
}
