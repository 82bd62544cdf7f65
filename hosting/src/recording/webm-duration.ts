// Gives a recording its duration. A recorder writes the head of a WebM file before it knows how
// long it becomes, and after a crash nobody has come back to it. Without a duration a player shows
// no length, and some do not seek. The pieces stay as they are: only the head is written anew.
// https://www.rfc-editor.org/rfc/rfc8794 (EBML), https://www.rfc-editor.org/rfc/rfc9559 (Matroska)

const ids = {
  segment: 0x18538067,
  info: 0x1549a966,
  cluster: 0x1f43b675,
  duration: 0x4489,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
} as const;

/** The head ends long before, and a cluster of some seconds is smaller. */
const headBytes = 64 * 1024;
const tailBytes = 16 * 1024 * 1024;

interface Element {
  readonly id: number;
  /** Of its content. */
  readonly from: number;
  /** Behind its content: of what is there, if its size is unknown or the file was cut. */
  readonly to: number;
  readonly isSizeUnknown: boolean;
}

/** Null where no element begins. */
function readElement(data: DataView, at: number): Element | null {
  const idLength = lengthOf(data, at);
  if (idLength === 0 || idLength > 4 || at + idLength >= data.byteLength) return null;
  let id = 0;
  for (let index = 0; index < idLength; index += 1) id = id * 256 + data.getUint8(at + index);
  const sizeAt = at + idLength;
  const sizeLength = lengthOf(data, sizeAt);
  if (sizeLength === 0 || sizeAt + sizeLength > data.byteLength) return null;
  let size = data.getUint8(sizeAt) & (0xff >> sizeLength);
  let isSizeUnknown = size === 0xff >> sizeLength;
  for (let index = 1; index < sizeLength; index += 1) {
    const byte = data.getUint8(sizeAt + index);
    isSizeUnknown &&= byte === 0xff;
    size = size * 256 + byte;
  }
  const from = sizeAt + sizeLength;
  return { id, from, to: isSizeUnknown ? data.byteLength : Math.min(data.byteLength, from + size), isSizeUnknown };
}

/** Of a variable-size integer, by its first byte: 1 to 8. 0 for none. */
function lengthOf(data: DataView, at: number): number {
  const first = at < data.byteLength ? data.getUint8(at) : 0;
  return first === 0 ? 0 : Math.clz32(first) - 23;
}

function* readChildren(data: DataView, from: number, to: number): Generator<Element & { readonly at: number }> {
  for (let at = from; at < to;) {
    const element = readElement(data, at);
    if (element === null) return;
    yield { ...element, at };
    at = element.to;
  }
}

/** The latest block, in units of the timestamp scale. Null where nothing is recognized. */
export function readEnd(data: DataView): number | null {
  for (let at = data.byteLength - 4; at >= 0; at -= 1) {
    if (data.getUint8(at) !== 0x1f || data.getUint32(at) !== ids.cluster) continue;
    const cluster = readElement(data, at);
    const end = cluster === null ? null : readEndOfCluster(data, cluster);
    // Four bytes of a picture may look like a cluster.
    if (end !== null) return end;
  }
  return null;
}

function readEndOfCluster(data: DataView, { from, to }: Element): number | null {
  let start: number | null = null;
  let last: number | null = null;
  for (const { id, from: inside, to: end } of readChildren(data, from, to)) {
    if (id === ids.timestamp) start = readUnsigned(data, inside, end);
    else if (start === null || id === ids.cluster) break;
    else if (id === ids.simpleBlock) last = Math.max(last ?? 0, start + readBlockTime(data, inside));
    else if (id === ids.blockGroup) {
      for (const child of readChildren(data, inside, end)) {
        if (child.id === ids.block) last = Math.max(last ?? 0, start + readBlockTime(data, child.from));
      }
    }
  }
  return last;
}

function readUnsigned(data: DataView, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 256 + data.getUint8(at);
  return value;
}

/** Relative to its cluster. It stands behind the number of the track. */
function readBlockTime(data: DataView, at: number): number {
  const timeAt = at + lengthOf(data, at);
  return timeAt + 2 <= data.byteLength ? data.getInt16(timeAt) : 0;
}

/** The head with this duration, and how many bytes of the file it replaces. Null: another form. */
export function writeDuration(head: DataView, duration: number): { bytes: Uint8Array; replaced: number } | null {
  const segment = [...readChildren(head, 0, head.byteLength)].find(({ id }) => id === ids.segment);
  if (segment === undefined || !segment.isSizeUnknown) return null;
  const info = [...readChildren(head, segment.from, segment.to)].find(({ id }) => id === ids.info);
  if (info === undefined || info.isSizeUnknown) return null;
  const others = [...readChildren(head, info.from, info.to)].filter(({ id }) => id !== ids.duration);
  const kept = others.map(({ at, to }) => new Uint8Array(head.buffer, head.byteOffset + at, to - at));
  // The duration is the last of them: its ID, 8 bytes, a float.
  const durationBytes = 11;
  const size = kept.reduce((sum, { byteLength }) => sum + byteLength, durationBytes);
  const bytes = new Uint8Array(info.at + 12 + size);
  const view = new DataView(bytes.buffer);
  bytes.set(new Uint8Array(head.buffer, head.byteOffset, info.at));
  view.setUint32(info.at, ids.info);
  view.setUint32(info.at + 4, 0x01_00_00_00);
  view.setUint32(info.at + 8, size);
  let at = info.at + 12;
  for (const part of kept) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  view.setUint16(at, ids.duration);
  view.setUint8(at + 2, 0x88);
  view.setFloat64(at + 3, duration);
  return { bytes, replaced: info.to };
}

/** The same recording with its duration; as it is where it is of another form. */
export async function withDuration(file: Blob): Promise<Blob> {
  const read = async (part: Blob) => new DataView(await part.arrayBuffer());
  const end = readEnd(await read(file.slice(Math.max(0, file.size - tailBytes))));
  const head = end === null ? null : writeDuration(await read(file.slice(0, headBytes)), end);
  if (head === null) return file;
  return new Blob([head.bytes as Uint8Array<ArrayBuffer>, file.slice(head.replaced)], { type: "video/webm" });
}
