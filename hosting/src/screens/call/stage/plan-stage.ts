// Which part of the stage each picture gets: all alike, or some large with the others beside or
// below them.
import { arrangeTiles, scorePlaces, type Area, type Place } from "./arrange-tiles.ts";
import { mostCut } from "./picture-fit.ts";

export interface Picture {
  readonly key: string;
  /** Width divided by height. */
  readonly ratio: number;
  /** Nothing of it may be cut. */
  readonly isScreen: boolean;
}

export type Plan = ReadonlyMap<string, Place>;

/** What the others get of the stage, and the least that shows a face. */
const besideShare = 0.18;
const belowShare = 0.22;
const leastPx = 88;
/** What the others may get, in shares of the large ones. The first that keeps them small counts. */
const sharesBeside = [2, 1.5, 1, 0.75, 0.5];
/** Of the area of the smallest large one. */
const stillSmall = 0.4;

/** `large` are the keys of those to show large. Without them all are alike. */
export function planStage(pictures: readonly Picture[], large: ReadonlySet<string>, area: Area): Plan {
  const main = pictures.filter(({ key }) => large.has(key));
  const others = pictures.filter(({ key }) => !large.has(key));
  if (main.length === 0) return name(others, place(others, area));
  if (others.length === 0) return name(main, place(main, area));
  const beside = planOne(main, others, area, false);
  const below = planOne(main, others, area, true);
  return scoreOf(main, beside) >= scoreOf(main, below) ? beside : below;
}

/** The large ones, and the others beside or below them in what is left. */
function planOne(main: readonly Picture[], others: readonly Picture[], area: Area, isBelow: boolean): Plan {
  const [along, across] = isBelow ? (["y", "height"] as const) : (["x", "width"] as const);
  const whole = area[across];
  const least = Math.min(Math.max(leastPx, whole * (isBelow ? belowShare : besideShare)), whole / 3);
  const places = place(main, { ...area, [across]: whole - area.gap - least });
  const from = Math.min(...places.map((tile) => tile[along]));
  const used = Math.max(...places.map((tile) => tile[along] + tile[across])) - from;
  const areaOf = ({ width, height }: Place) => width * height;
  const smallest = Math.min(...places.map(areaOf));
  const tries = sharesBeside.map((share) => {
    const rest = Math.min(whole - area.gap - used, Math.max(least, used * share));
    return { rest, tiles: place(others, { ...area, [across]: rest }) };
  });
  const isSmall = ({ tiles }: (typeof tries)[number]) => Math.max(...tiles.map(areaOf)) <= smallest * stillSmall;
  const { rest, tiles } = tries.find(isSmall) ?? tries.at(-1)!;
  const start = (whole - used - area.gap - rest) / 2;
  const shift = (moved: readonly Place[], by: number) => moved.map((tile) => ({ ...tile, [along]: tile[along] + by }));
  return new Map([...name(main, shift(places, start - from)), ...name(others, shift(tiles, start + used + area.gap))]);
}

function place(pictures: readonly Picture[], area: Area): readonly Place[] {
  const cut = pictures.every(({ isScreen }) => isScreen) ? 0 : mostCut;
  return arrangeTiles(
    pictures.map(({ ratio }) => ratio),
    area,
    cut,
  );
}

function scoreOf(pictures: readonly Picture[], plan: Plan): number {
  return scorePlaces(pictures.flatMap(({ key }) => plan.get(key) ?? []));
}

function name(pictures: readonly Picture[], places: readonly Place[]): Plan {
  return new Map(pictures.flatMap(({ key }, index) => (places[index] ? [[key, places[index]] as const] : [])));
}
