// What Firestore needs for the Bloom filters with which the server says, after a silence, which
// documents a page may still have: MD5, and integers of 64 bits and more. The build puts this file
// in the place of @firebase/webchannel-wrapper/bloom-blob, which weighs four times as much.

/** Without a sign. The SDK has no negative ones. */
export class Integer {
  #value: bigint;

  /** The least significant 32 bits come first. */
  constructor(bits: readonly number[]) {
    this.#value = bits.reduceRight((value, word) => (value << 32n) | BigInt(word >>> 0), 0n);
  }

  static #of(value: bigint): Integer {
    const integer = new Integer([]);
    integer.#value = value;
    return integer;
  }

  static fromNumber = (value: number): Integer => Integer.#of(BigInt(value));
  static fromString = (digits: string): Integer => Integer.#of(BigInt(digits));

  add = (other: Integer): Integer => Integer.#of(this.#value + other.#value);
  multiply = (other: Integer): Integer => Integer.#of(this.#value * other.#value);
  modulo = (other: Integer): Integer => Integer.#of(this.#value % other.#value);
  compare = (other: Integer): number => Number(this.#value > other.#value) - Number(this.#value < other.#value);
  getBits = (index: number): number => Number(BigInt.asIntN(32, this.#value >> BigInt(32 * index)));
  toNumber = (): number => Number(this.#value);
}

/** RFC 1321: by how much each round turns, four steps in turn. */
const turns = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

const blockBytes = 64;

/** The message, a bit, zeros, and the length in bits. */
function padMessage(message: Uint8Array): DataView {
  const blocks = Math.ceil((message.length + 9) / blockBytes);
  const padded = new Uint8Array(blocks * blockBytes);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n, true);
  return view;
}

/** Which word of the block a step takes, and the function of its round. */
function mix(step: number, b: number, c: number, d: number): [word: number, mixed: number] {
  if (step < 16) return [step, (b & c) | (~b & d)];
  if (step < 32) return [(5 * step + 1) % 16, (d & b) | (~d & c)];
  if (step < 48) return [(3 * step + 5) % 16, b ^ c ^ d];
  return [(7 * step) % 16, c ^ (b | ~d)];
}

function md5(message: Uint8Array): number[] {
  const padded = padMessage(message);
  const state = new DataView(new ArrayBuffer(16));
  [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476].forEach((word, index) => state.setUint32(4 * index, word, true));
  for (let block = 0; block < padded.byteLength; block += blockBytes) {
    const before = [0, 4, 8, 12].map((offset) => state.getInt32(offset, true)) as [number, number, number, number];
    let [a, b, c, d] = before;
    for (let step = 0; step < 64; step++) {
      const [word, mixed] = mix(step, b, c, d);
      const constant = Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32);
      const sum = (a + mixed + constant + padded.getInt32(block + 4 * word, true)) | 0;
      const turn = turns[(step >> 4) as 0 | 1 | 2 | 3][(step % 4) as 0 | 1 | 2 | 3];
      [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
    }
    [a, b, c, d].forEach((word, index) => state.setInt32(4 * index, (word + before[index]!) | 0, true));
  }
  return [...new Uint8Array(state.buffer)];
}

/** The SDK gives the whole message at once. */
export class Md5 {
  #digest: number[] = [];
  update = (message: Uint8Array): void => {
    this.#digest = md5(message);
  };
  digest = (): number[] => this.#digest;
}
