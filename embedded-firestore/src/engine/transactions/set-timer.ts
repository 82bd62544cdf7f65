/** Calls back once after the delay. The returned function cancels the timer. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void;

/** Calls back once everything that is under way has been answered. */
export type Defer = (callback: () => void) => void;
