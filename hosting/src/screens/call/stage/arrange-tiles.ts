// Where each picture of a call is shown, so that as much of it as possible is seen. Tiles stand in
// rows or in columns, in the order of the pictures. Each has about its picture's own shape: nobody
// is cut by more than `mostCut`.
import { mostCut, type Size } from "./picture-fit.ts";

export interface Area extends Size {
  readonly gap: number;
}

export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

/** A picture beyond these is letterboxed: a peer may send any shape. */
const narrowest = 0.4;
const widest = 2.5;
/** Rows fill the area better with different heights, but nobody is to look more important. */
const tallestRow = 1.25;

interface Row {
  readonly ratios: readonly number[];
  readonly height: number;
  /** Width of a tile, divided by that of its uncut picture. */
  readonly stretch: number;
}

/** `ratios` are widths divided by heights. The places are in their order. */
export function arrangeTiles(ratios: readonly number[], area: Area, cut = mostCut): readonly Place[] {
  const shapes = ratios.map((ratio) => Math.min(widest, Math.max(narrowest, ratio)));
  let best: readonly Place[] = shapes.map(() => ({ x: 0, y: 0, width: 0, height: 0 }));
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let count = 1; count <= shapes.length; count += 1) {
    for (const isTurned of [false, true]) {
      const places = isTurned
        ? inRows(
            shapes.map((ratio) => 1 / ratio),
            count,
            turn(area),
            cut,
          ).map(turnPlace)
        : inRows(shapes, count, area, cut);
      const score = scorePlaces(places);
      // Of two that are as good, the one in the order of reading.
      if (score <= bestScore + 1e-6) continue;
      best = places;
      bestScore = score;
    }
  }
  return best;
}

/** Grows with what everybody gets: twice the size for one is worth half the size of another. */
export function scorePlaces(places: readonly Place[]): number {
  return places.reduce((score, { width, height }) => score + Math.log(width * height), 0);
}

function inRows(ratios: readonly number[], count: number, area: Area, cut: number): readonly Place[] {
  return placeRows(divideEvenly(ratios, count), area, cut);
}

/** Rows of given pictures, as large as they fit. Too many rows for the area have no size. */
export function placeRows(rows: readonly (readonly number[])[], area: Area, cut = mostCut): readonly Place[] {
  const fitted = fitRows(rows, area, cut);
  const used = fitted.reduce((sum, { height }) => sum + height, area.gap * (rows.length - 1));
  let y = (area.height - used) / 2;
  return fitted.flatMap(({ ratios, height, stretch }) => {
    const width = stretch * height * total(ratios) + area.gap * (ratios.length - 1);
    let x = (area.width - width) / 2;
    const places = ratios.map((ratio) => {
      const place = { x, y, width: stretch * height * ratio, height };
      x += place.width + area.gap;
      return place;
    });
    y += height + area.gap;
    return places;
  });
}

/** The rows share the height equally. What a full row cannot use, the others take. */
function fitRows(rows: readonly (readonly number[])[], area: Area, cut: number): readonly Row[] {
  let left = Math.max(0, area.height - area.gap * (rows.length - 1));
  /** The height at which the uncut pictures fill the row. */
  const natural = rows.map((row) => Math.max(0, area.width - area.gap * (row.length - 1)) / total(row));
  const heights = natural.map(() => 0);
  const byHeight = natural.map((_, index) => index).sort((one, other) => (natural[one] ?? 0) - (natural[other] ?? 0));
  let lowest = Number.POSITIVE_INFINITY;
  for (const [done, index] of byHeight.entries()) {
    const share = left / (rows.length - done);
    const height = Math.min(share, (natural[index] ?? 0) / (1 - cut), lowest * tallestRow);
    lowest = Math.min(lowest, height);
    heights[index] = height;
    left -= height;
  }
  return rows.map((ratios, index) => {
    const height = heights[index] ?? 0;
    const stretch = height === 0 ? 1 : Math.min((natural[index] ?? 0) / height, 1 / (1 - cut));
    return { ratios, height, stretch };
  });
}

/** Into rows of about the same width, without a change of the order. */
function divideEvenly(ratios: readonly number[], count: number): readonly (readonly number[])[] {
  interface Division {
    /** The sum of the squared widths: the lower, the more even. */
    readonly unevenness: number;
    readonly rows: readonly (readonly number[])[];
  }
  const unevenness = (row: readonly number[]) => total(row) ** 2;
  /** By the number of pictures that are placed: the first ones, in the rows so far. */
  let divisions: readonly (Division | null)[] = ratios.map((_, last) => {
    const row = ratios.slice(0, last + 1);
    return { unevenness: unevenness(row), rows: [row] };
  });
  for (let row = 2; row <= count; row += 1) {
    divisions = ratios.map((_, last) => {
      let best: Division | null = null;
      for (let before = 0; before < last; before += 1) {
        const above = divisions[before];
        if (!above) continue;
        const added = ratios.slice(before + 1, last + 1);
        const sum = above.unevenness + unevenness(added);
        if (best === null || sum < best.unevenness) best = { unevenness: sum, rows: [...above.rows, added] };
      }
      return best;
    });
  }
  return divisions.at(-1)?.rows ?? [];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function turn({ width, height, gap }: Area): Area {
  return { width: height, height: width, gap };
}

function turnPlace({ x, y, width, height }: Place): Place {
  return { x: y, y: x, width: height, height: width };
}
