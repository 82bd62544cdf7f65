// The wall clock of the moment when the page began, and from then on the monotonic one: durations
// stay right when the device's clock is corrected, and hold across a reload.

/** In ms since 1970. */
export const clockNow = (): number => performance.timeOrigin + performance.now();
