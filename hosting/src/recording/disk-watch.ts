// Ends a recording before the device is full. What the browser says of the room is an estimate, and
// some give a fixed number: a write that fails is the other way to learn it.

/** What stays free for everything else. */
const reserveBytes = 200_000_000;
/** So much more must fit, at the recording's own rate. */
const reserveMs = 120_000;
const checkEveryMs = 5_000;

export type Estimate = Pick<StorageEstimate, "quota" | "usage">;

/** False where the browser says nothing. */
export function isAlmostFull({ quota, usage }: Estimate, bytesPerMs: number): boolean {
  if (quota === undefined || usage === undefined) return false;
  return quota - usage < Math.max(reserveBytes, bytesPerMs * reserveMs);
}

export const estimateRoom = (): Promise<Estimate> => navigator.storage.estimate();

/** The result is asked after each piece, and asks the browser every 5 s. */
export function createDiskWatch(options: { estimate: () => Promise<Estimate>; now: () => number }) {
  const beganAtMs = options.now();
  let askedAtMs = beganAtMs;
  return async function isFull(bytes: number): Promise<boolean> {
    const nowMs = options.now();
    if (nowMs - askedAtMs < checkEveryMs) return false;
    askedAtMs = nowMs;
    // A browser that fails to say it does not end a recording.
    const estimate = await options.estimate().catch(() => ({}));
    return isAlmostFull(estimate, bytes / (nowMs - beganAtMs));
  };
}
