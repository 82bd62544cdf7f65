// Files as a recorder writes them live: the segment and its clusters have no size. That a browser
// plays the result is for recording.browser.test.ts.
import { expect } from "chai";
import { readEnd, withDuration, writeDuration } from "../../src/recording/webm-duration.ts";

type Bytes = readonly number[];

const unknownSize = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const element = (id: Bytes, content: Bytes): Bytes => [
  ...id,
  0x40 | (content.length >> 8),
  content.length & 0xff,
  ...content,
];
const live = (id: Bytes, content: Bytes): Bytes => [...id, ...unknownSize, ...content];

const ebml = element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x86, 0x81, 0x01]);
const scale = element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40]);
const info = (...children: Bytes[]) => element([0x15, 0x49, 0xa9, 0x66], children.flat());
const tracks = element([0x16, 0x54, 0xae, 0x6b], [1, 2, 3]);
const timestamp = (ms: number) => element([0xe7], [ms >> 8, ms & 0xff]);
const block = (ms: number, ...content: number[]) =>
  element([0xa3], [0x81, (ms >> 8) & 0xff, ms & 0xff, 0x80, ...content]);
const cluster = (...children: Bytes[]) => live([0x1f, 0x43, 0xb6, 0x75], children.flat());
const segment = (...children: Bytes[]) => live([0x18, 0x53, 0x80, 0x67], children.flat());

const clusters = [
  cluster(timestamp(0), block(0, 9), block(40, 9)),
  cluster(timestamp(5_000), block(20), block(1_234, 9, 9, 9, 9)),
];
const viewOf = (bytes: Bytes) => new DataView(Uint8Array.from(bytes).buffer);
const blobOf = (bytes: Bytes) => new Blob([Uint8Array.from(bytes)]);

async function readAll(blob: Blob): Promise<number[]> {
  return [...new Uint8Array(await blob.arrayBuffer())];
}

/** The float behind the ID and the size of the one duration in it. */
function durationIn(bytes: readonly number[]): number {
  const at = bytes.findIndex((byte, index) => byte === 0x44 && bytes[index + 1] === 0x89);
  return viewOf(bytes.slice(at + 3, at + 11)).getFloat64(0);
}

describe("the end of a recording", () => {
  it("is its latest block, in the last cluster", () => {
    expect(readEnd(viewOf(clusters.flat()))).to.equal(6_234);
  });

  it("is found where the file was cut in the middle of a block, or begins in the middle of a cluster", () => {
    const file = clusters.flat();
    expect(readEnd(viewOf(file.slice(7, -3)))).to.equal(6_234);
    expect(readEnd(viewOf([...file, 0x1f, 0x43]))).to.equal(6_234);
  });

  it("is not taken from bytes of a picture that look like a cluster", () => {
    const picture = [0x1f, 0x43, 0xb6, 0x75, 0x88, 1, 2, 3];
    expect(readEnd(viewOf([...clusters.flat(), ...block(50, ...picture)]))).to.equal(6_234);
  });

  it("is unknown in what is no recording", () => {
    expect(readEnd(viewOf([1, 2, 3]))).to.equal(null);
    expect(readEnd(viewOf([]))).to.equal(null);
  });
});

describe("the duration of a recording", () => {
  it("is written into its head, and every other byte stays", async () => {
    const before = [...ebml, ...segment(info(scale), tracks, ...clusters)];
    const after = await readAll(await withDuration(blobOf(before)));
    expect(durationIn(after)).to.equal(6_234);
    const rest = [...tracks, ...clusters.flat()];
    expect(after.slice(-rest.length)).to.deep.equal(rest);
    expect(after.slice(0, ebml.length)).to.deep.equal([...ebml]);
    // What was written is read again.
    expect(await readAll(await withDuration(blobOf(after)))).to.deep.equal(after);
  });

  it("replaces one that the recorder has left open", async () => {
    const open = element([0x44, 0x89], [0, 0, 0, 0]);
    const after = await readAll(
      await withDuration(blobOf([...ebml, ...segment(info(open, scale), tracks, ...clusters)])),
    );
    expect(durationIn(after)).to.equal(6_234);
    expect(after.filter((byte, index) => byte === 0x44 && after[index + 1] === 0x89)).to.have.lengthOf(1);
  });

  it("is left out of a file of another form, which stays as it is", async () => {
    expect(writeDuration(viewOf(ebml), 1)).to.equal(null);
    for (const bytes of [[], [1, 2, 3], [...ebml, ...segment(tracks, ...clusters)]])
      expect(await readAll(await withDuration(blobOf(bytes)))).to.deep.equal([...bytes]);
  });
});
