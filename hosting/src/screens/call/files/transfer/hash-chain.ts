// The checksum of a file that is not in memory: each block's SHA-256 is hashed together with that
// of everything before it. So one value vouches for the whole file up to there, and each block is
// checked before it is written. WebCrypto has no hash that goes on, and needs none here.
import { fileLimits } from "@meetogram/contract";

export type Chain = Uint8Array<ArrayBuffer>;

const digestBytes = 32;

/** Of no block at all. */
export const emptyChain: Chain = new Uint8Array(digestBytes);

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<Chain> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** SHA-256(chain + SHA-256(block)). */
export async function extendChain(chain: Chain, block: Uint8Array<ArrayBuffer>): Promise<Chain> {
  const joined = new Uint8Array(2 * digestBytes);
  joined.set(chain);
  joined.set(await hash(block), digestBytes);
  return hash(joined);
}

export async function readBlock(content: Blob, at: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await content.slice(at, at + fileLimits.blockBytes).arrayBuffer());
}

/** Of the first `end` bytes. Null when the signal is aborted meanwhile. Rejects as reading does. */
export async function chainOf(content: Blob, end: number, signal: AbortSignal): Promise<Chain | null> {
  let chain = emptyChain;
  for (let at = 0; at < end; at += fileLimits.blockBytes) {
    chain = await extendChain(chain, await readBlock(content, at));
    if (signal.aborted) return null;
  }
  return chain;
}
