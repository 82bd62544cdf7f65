// Where a menu lies: below its button, above it, or beside it where neither has the room. It is
// always within the window.
import type { Place } from "../../stage/arrange-tiles.ts";
import type { Size } from "../../stage/picture-fit.ts";

const margin = 8;
const gap = 4;

/**
 * In CSS pixels of the window. A menu that is higher than the place's height scrolls. `menu` is its
 * size with all that is in it.
 */
export function placeMenu(button: Place, menu: Size, window: Size): Place {
  const width = Math.min(menu.width, window.width - 2 * margin);
  const height = Math.min(menu.height, window.height - 2 * margin);
  const withinWidth = (x: number) => within(x, window.width - width);
  const withinHeight = (y: number) => within(y, window.height - height);
  const rightAligned = withinWidth(button.x + button.width - width);

  const below = button.y + button.height + gap;
  if (below + height <= window.height - margin) return { x: rightAligned, y: withinHeight(below), width, height };
  const above = button.y - gap - height;
  if (above >= margin) return { x: rightAligned, y: withinHeight(above), width, height };

  const left = button.x - gap - width;
  const right = button.x + button.width + gap;
  const y = withinHeight(button.y + button.height / 2 - height / 2);
  return { x: withinWidth(left >= margin ? left : right), y, width, height };
}

function within(at: number, most: number): number {
  return Math.max(margin, Math.min(at, most - margin));
}
