// The number of columns that makes the tiles of a call largest. A tile may have any shape between
// portrait and wide, so that both an upright phone and a wide window are filled.

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
/** When the area itself is in portrait. */
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
