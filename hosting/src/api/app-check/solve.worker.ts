// A worker that does the work for one challenge, and says which counter it found.
import { findCounter } from "./find-counter.ts";

export interface Task {
  readonly challenge: string;
  readonly bits: number;
}

export interface Found {
  readonly counter: number;
}

addEventListener("message", ({ data: { challenge, bits } }: MessageEvent<Task>) => {
  postMessage({ counter: findCounter(challenge, bits) } satisfies Found);
});
