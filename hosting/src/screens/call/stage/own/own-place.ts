// The own tile lies in a corner of the stage: small, and never on the controls.
import type { Place } from "../arrange-tiles.ts";
import type { Size } from "../picture-fit.ts";

export const corners = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
export type Corner = (typeof corners)[number];

const margin = 8;
/** What the tile gets of the stage, in square pixels. */
const share = 0.045;
const least = 3_600;
const most = 42_000;
/** A corner stays a corner: the tile never gets more of a side than this. */
const mostOfSide = 0.45;

export function sizeOwn(ratio: number, stage: Size): Size {
  const shape = Math.min(2.5, Math.max(0.4, ratio));
  const area = Math.min(most, Math.max(least, stage.width * stage.height * share));
  const width = Math.min(Math.sqrt(area * shape), stage.width * mostOfSide, stage.height * mostOfSide * shape);
  return { width, height: width / shape };
}

export function placeOwn(corner: Corner, size: Size, stage: Size): Place {
  const [row, column] = sidesOf(corner);
  return {
    ...size,
    x: column === "left" ? margin : stage.width - size.width - margin,
    y: row === "top" ? margin : stage.height - size.height - margin,
  };
}

/** Where a tile goes that is let go here. */
export function nearestCorner({ x, y, width, height }: Place, stage: Size): Corner {
  const row = y + height / 2 < stage.height / 2 ? "top" : "bottom";
  const column = x + width / 2 < stage.width / 2 ? "left" : "right";
  return `${row}-${column}`;
}

/** Null for a key that does not move. */
export function moveByKey(corner: Corner, key: string): Corner | null {
  const [row, column] = sidesOf(corner);
  if (key === "ArrowUp") return `top-${column}`;
  if (key === "ArrowDown") return `bottom-${column}`;
  if (key === "ArrowLeft") return `${row}-left`;
  if (key === "ArrowRight") return `${row}-right`;
  return null;
}

/** For a press without a direction: around the stage. */
export function nextCorner(corner: Corner): Corner {
  const around: readonly Corner[] = ["top-left", "top-right", "bottom-right", "bottom-left"];
  return around[(around.indexOf(corner) + 1) % around.length] ?? corner;
}

function sidesOf(corner: Corner): readonly ["top" | "bottom", "left" | "right"] {
  return corner.split("-") as ["top" | "bottom", "left" | "right"];
}
