/** Calls back once after the delay. The returned function cancels the timer. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void;
