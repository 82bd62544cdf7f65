// MD5 (RFC 1321) and SHA-256 (FIPS 180-4). The constant tables are computed from sines and from
// roots of primes.

/** Pads the message: a 1 bit, zeros, and the length in bits in the last 8 bytes. */
function pad(bytes: Uint8Array, isLittleEndian: boolean): DataView {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = bytes.length * 8;
  view.setUint32(padded.length - (isLittleEndian ? 8 : 4), bits >>> 0, isLittleEndian);
  view.setUint32(padded.length - (isLittleEndian ? 4 : 8), Math.floor(bits / 2 ** 32), isLittleEndian);
  return view;
}

function toBytes(words: Uint32Array, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, i) => view.setUint32(i * 4, word, isLittleEndian));
  return new Uint8Array(view.buffer);
}

const MD5_SINES = Uint32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const MD5_SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

export function md5(bytes: Uint8Array): Uint8Array {
  const view = pad(bytes, true);
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const mix = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0;
      const index = [i, 5 * i + 1, 3 * i + 5, 7 * i][round] ?? 0;
      const sum = a + mix + (MD5_SINES[i] ?? 0) + view.getUint32(block + (index & 15) * 4, true);
      const shift = MD5_SHIFTS[round]?.[i & 3] ?? 0;
      [a, d, c] = [d, c, b];
      b = (b + ((sum << shift) | ((sum >>> 0) >>> (32 - shift)))) | 0;
    }
    [a, b, c, d].forEach((word, i) => (state[i] = (state[i] ?? 0) + word));
  }
  return toBytes(state, true);
}

const PRIMES = Array.from({ length: 310 }, (_, i) => i + 2).filter(
  (n) => ![...Array(n).keys()].some((d) => d > 1 && n % d === 0),
);
const fraction = (value: number): number => ((value % 1) * 2 ** 32) >>> 0;
const SHA_START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const SHA_ROUNDS = Uint32Array.from(PRIMES.slice(0, 64), (prime) => fraction(Math.cbrt(prime)));
const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

export function sha256(bytes: Uint8Array): Uint8Array {
  const view = pad(bytes, false);
  const state = SHA_START.slice();
  const w = new Uint32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 64; i++) w[i] = i < 16 ? view.getUint32(block + i * 4) : extend(w, i);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g);
      const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (SHA_ROUNDS[i] ?? 0) + (w[i] ?? 0);
      const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] ?? 0) + word));
  }
  return toBytes(state, false);
}

function extend(w: Uint32Array, i: number): number {
  const [early = 0, late = 0] = [w[i - 15], w[i - 2]];
  const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
  const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
  return (w[i - 16] ?? 0) + first + (w[i - 7] ?? 0) + second;
}
