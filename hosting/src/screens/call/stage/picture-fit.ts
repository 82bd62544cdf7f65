// How a picture lies in its tile: it covers the tile where that cuts little of it, and is shown
// whole where it would cut more.

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest share of anybody's picture that is not shown. */
export const mostCut = 0.15;
/** Of the arithmetic, and of a tile's last pixel. */
const tolerance = 0.005;

export type Fit = "cover" | "contain";

/** The share of a picture that a tile of another shape does not show, if the tile is covered. */
export function cutOf(ratio: number, { width, height }: Size): number {
  if (width <= 0 || height <= 0) return 0;
  const shape = width / height;
  return 1 - Math.min(ratio / shape, shape / ratio);
}

export function fitOf(ratio: number, tile: Size): Fit {
  return cutOf(ratio, tile) > mostCut + tolerance ? "contain" : "cover";
}

/** The size at which the whole picture is drawn. A part of it may lie outside of the tile. */
export function drawnSize(ratio: number, tile: Size, fit: Fit): Size {
  const byWidth = { width: tile.width, height: tile.width / ratio };
  const byHeight = { width: tile.height * ratio, height: tile.height };
  const isWider = byHeight.width > byWidth.width;
  return (fit === "cover") === isWider ? byHeight : byWidth;
}
