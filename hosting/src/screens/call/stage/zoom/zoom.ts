// A part of a picture, enlarged. The picture never leaves a gap at the edge of its tile.
import type { Size } from "../picture-fit.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far the enlarged picture's centre is from the tile's, in CSS pixels. */
export interface Zoom extends Point {
  readonly scale: number;
}

export const whole: Zoom = { scale: 1, x: 0, y: 0 };
/** Of a double tap, or a press of the button. */
export const usualScale = 2.5;
const largest = 6;

/** Enlarges around a point, which is given from the tile's centre. It stays where it is. */
export function zoomAt(zoom: Zoom, factor: number, point: Point, tile: Size): Zoom {
  const scale = Math.min(largest, Math.max(1, zoom.scale * factor));
  const change = scale / zoom.scale;
  return within({ scale, x: point.x - (point.x - zoom.x) * change, y: point.y - (point.y - zoom.y) * change }, tile);
}

export function panBy(zoom: Zoom, by: Point, tile: Size): Zoom {
  return within({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, tile);
}

/** Null for a key that does nothing here. */
export function zoomByKey(zoom: Zoom, key: string, tile: Size): Zoom | null {
  const step = { x: tile.width / 8, y: tile.height / 8 };
  const still = { x: 0, y: 0 };
  if (key === "+" || key === "=") return zoomAt(zoom, 1.25, still, tile);
  if (key === "-") return zoomAt(zoom, 0.8, still, tile);
  if (key === "0") return whole;
  if (key === "ArrowLeft") return panBy(zoom, { x: step.x, y: 0 }, tile);
  if (key === "ArrowRight") return panBy(zoom, { x: -step.x, y: 0 }, tile);
  if (key === "ArrowUp") return panBy(zoom, { x: 0, y: step.y }, tile);
  if (key === "ArrowDown") return panBy(zoom, { x: 0, y: -step.y }, tile);
  return null;
}

function within({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  const limit = (value: number, side: number) => {
    const most = (side * (scale - 1)) / 2;
    return Math.min(most, Math.max(-most, value));
  };
  return { scale, x: limit(x, width), y: limit(y, height) };
}
