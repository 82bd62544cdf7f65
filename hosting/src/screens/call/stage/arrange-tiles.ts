// How many columns make the tiles of a call largest. A tile may be anything between an upright and a wide picture, so that a
// phone held upright and a wide window are both filled.

export interface Arrangement {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
}

export interface Area {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

const narrowest = 3 / 4;
/** Where the area itself is upright. */
const narrowestUpright = 4 / 7;
const widest = 16 / 9;

export function arrangeTiles(count: number, area: Area): Arrangement {
  const narrow = area.height > area.width ? narrowestUpright : narrowest;
  let best: Arrangement = { columns: 1, rows: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const width = (area.width - area.gap * (columns - 1)) / columns;
    const height = (area.height - area.gap * (rows - 1)) / rows;
    if (width <= 0 || height <= 0) continue;
    const candidate = {
      columns,
      rows,
      width: Math.floor(Math.min(width, height * widest)),
      height: Math.floor(Math.min(height, width / narrow)),
    };
    if (candidate.width * candidate.height > best.width * best.height) best = candidate;
  }
  return best;
}
