// The shape of each picture in the call. It changes when somebody turns a phone. A peer may change
// it with every frame, so what is shown follows at most once a second.
import { onScopeDispose, readonly, shallowRef } from "vue";

/** Of a picture that has not arrived yet. */
export const usualRatio = 16 / 9;
/** Encoders round to whole blocks. That moves nobody's tile. */
const noise = 0.03;
const pauseMs = 1_000;

export function usePictureRatios() {
  const ratios = shallowRef<ReadonlyMap<string, number>>(new Map());
  const latest = new Map<string, number>();
  const pauses = new Map<string, ReturnType<typeof setTimeout>>();

  function show(key: string): void {
    const ratio = latest.get(key);
    const shown = ratios.value.get(key);
    if (ratio === undefined || (shown !== undefined && Math.abs(ratio / shown - 1) < noise)) return;
    ratios.value = new Map(ratios.value).set(key, ratio);
    pauses.set(
      key,
      setTimeout(() => {
        pauses.delete(key);
        show(key);
      }, pauseMs),
    );
  }

  onScopeDispose(() => pauses.forEach((pause) => clearTimeout(pause)));

  return {
    ratios: readonly(ratios),
    ratioOf: (key: string) => ratios.value.get(key) ?? usualRatio,
    report(key: string, ratio: number): void {
      latest.set(key, ratio);
      if (!pauses.has(key)) show(key);
    },
    /** Whoever comes back is seen in the own shape at once. */
    keepOnly(keys: ReadonlySet<string>): void {
      for (const key of latest.keys()) if (!keys.has(key)) latest.delete(key);
      for (const [key, pause] of pauses) {
        if (keys.has(key)) continue;
        clearTimeout(pause);
        pauses.delete(key);
      }
      const kept = [...ratios.value].filter(([key]) => keys.has(key));
      if (kept.length < ratios.value.size) ratios.value = new Map(kept);
    },
  };
}
