// The key with which a participant signs what it seals. Everybody with the link can seal; only the
// owner of this key can sign. ECDSA with P-256 and SHA-256: every browser with WebRTC has it.

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
const signing = { name: "ECDSA", hash: "SHA-256" } as const;

/** An uncompressed point. */
export const publicKeyBytes = 65;
/** r and s (IEEE P1363). */
export const signatureBytes = 64;

type Bytes = Uint8Array<ArrayBuffer>;

export interface SigningKey {
  readonly publicKey: Bytes;
  /** The private key, for the same tab after a reload. */
  readonly jwk: JsonWebKey;
  sign(bytes: Bytes): Promise<Bytes>;
}

/** Goes on with a kept key. Without one, or with something else in its place, makes a new one. */
export async function createSigningKey(kept: JsonWebKey | null = null): Promise<SigningKey> {
  const pair = (kept && (await importPair(kept).catch(() => null))) ?? (await generatePair());
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)),
    jwk: await crypto.subtle.exportKey("jwk", pair.privateKey),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(signing, pair.privateKey, bytes)),
  };
}

export async function isSignedBy(publicKey: Bytes, signature: Bytes, bytes: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", publicKey, algorithm, false, ["verify"]);
  return crypto.subtle.verify(signing, key, signature, bytes);
}

function generatePair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

async function importPair(jwk: JsonWebKey): Promise<CryptoKeyPair> {
  const { kty, crv, x, y } = jwk;
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey("jwk", jwk, algorithm, true, ["sign"]),
    crypto.subtle.importKey("jwk", { kty, crv, x, y } as JsonWebKey, algorithm, true, ["verify"]),
  ]);
  return { privateKey, publicKey };
}
