// Compares a picture of a scene with the one that is kept. Smoothed edges may differ: they depend
// on the machine. Nothing else may.
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** Of the difference between two colours, from 0 to 1. */
const threshold = 0.1;

export interface Difference {
  /** In pixels. Infinite when the sizes differ. */
  readonly pixels: number;
  /** Shows where they are. Null when the sizes differ. */
  readonly picture: Buffer | null;
}

export function comparePictures(actual: Buffer, expected: Buffer): Difference {
  const [one, other] = [PNG.sync.read(actual), PNG.sync.read(expected)];
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return { pixels: Infinity, picture: null };
  const shown = new PNG({ width, height });
  const pixels = pixelmatch(one.data, other.data, shown.data, width, height, { threshold, includeAA: false });
  return { pixels, picture: pixels === 0 ? null : PNG.sync.write(shown) };
}
