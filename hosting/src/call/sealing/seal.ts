// Seals signals and names for their way through the server, with a key derived from the room's
// link. Additional data binds each to its room, sender and receiver: the server can neither read
// one nor hand it to somebody else. The sender's signature says which page it comes from: without
// it, everybody with the link could seal in everybody's name.
import { Signal } from "@meetogram/contract";
import * as v from "valibot";
import { decodeBase64url, encodeBase64url } from "../../platform/base64url.ts";
import { normalizePassword } from "./normalize-password.ts";
import { createSigningKey, isSignedBy, publicKeyBytes, signatureBytes, type SigningKey } from "./signing-key.ts";

const ivBytes = 12;
const info = "meetogram/signals/2";
/** Measured: 40 ms of one core of a server. The browser does it in the background. */
const stretchIterations = 200_000;

/** What was opened, and who signed it. */
export interface Opened<T> {
  readonly content: T;
  /** The public key of the signature, as base64url. */
  readonly signer: string;
}

export interface Seal {
  /** False when the key comes from the room's uuid, which the server knows. */
  readonly isKeyed: boolean;
  /** The own public key, as base64url. */
  readonly signer: string;
  sealSignal(from: string, to: string, signal: Signal): Promise<string>;
  /** Rejects what was not sealed for this room, this sender and this receiver, or not signed. */
  openSignal(from: string, to: string, sealed: string): Promise<Opened<Signal>>;
  sealName(participantID: string, name: string): Promise<string>;
  /** Rejects what was not sealed for this room and this participant, or not signed. */
  openName(participantID: string, sealed: string): Promise<Opened<string>>;
  /** Slow on purpose (PBKDF2). Only with the link's key and the password. */
  stretch(text: string, bits: number): Promise<Uint8Array>;
}

export async function createSeal(options: {
  uuid: string;
  key: Uint8Array<ArrayBuffer> | null;
  password?: string | undefined;
  signingKey?: SigningKey;
}): Promise<Seal> {
  const { uuid } = options;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const secret = options.key ?? encoder.encode(uuid);
  const salt = encoder.encode(`${uuid}\n${normalizePassword(options.password ?? "")}`);
  const [signingKey, material, slowMaterial] = await Promise.all([
    options.signingKey ?? createSigningKey(),
    crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]),
    crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]),
  ]);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info: encoder.encode(info) },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );

  /** What a signature covers: the content and all that it is bound to. */
  const toSign = (additionalData: Uint8Array, content: Uint8Array) =>
    join(additionalData, encoder.encode("\n"), content);

  async function seal(boundTo: string[], text: string): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const additionalData = encoder.encode(boundTo.join("\n"));
    const content = encoder.encode(text);
    const signature = await signingKey.sign(toSign(additionalData, content));
    const signed = join(signingKey.publicKey, signature, content);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, signed);
    return encodeBase64url(join(iv, new Uint8Array(sealed)));
  }

  async function open(boundTo: string[], sealed: string): Promise<Opened<string>> {
    const whole = decodeBase64url(sealed);
    if (whole === null) throw new Error("Not base64url");
    const additionalData = encoder.encode(boundTo.join("\n"));
    const iv = whole.subarray(0, ivBytes);
    const signed = new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, whole.subarray(ivBytes)),
    );
    const publicKey = signed.slice(0, publicKeyBytes);
    const signature = signed.slice(publicKeyBytes, publicKeyBytes + signatureBytes);
    const content = signed.subarray(publicKeyBytes + signatureBytes);
    if (!(await isSignedBy(publicKey, signature, toSign(additionalData, content)))) throw new Error("Not signed");
    return { content: decoder.decode(content), signer: encodeBase64url(publicKey) };
  }

  return {
    isKeyed: options.key !== null,
    signer: encodeBase64url(signingKey.publicKey),
    sealSignal: (from, to, signal) => seal(["signal", uuid, from, to], JSON.stringify(signal)),
    async openSignal(from, to, sealed) {
      const { content, signer } = await open(["signal", uuid, from, to], sealed);
      return { content: v.parse(Signal, JSON.parse(content)), signer };
    },
    sealName: (participantID, name) => seal(["name", uuid, participantID], name),
    openName: (participantID, sealed) => open(["name", uuid, participantID], sealed),
    async stretch(text, bits) {
      const salted = join(salt, encoder.encode(`\n${text}`));
      const slow = { name: "PBKDF2", hash: "SHA-256", salt: salted, iterations: stretchIterations };
      return new Uint8Array(await crypto.subtle.deriveBits(slow, slowMaterial, bits));
    },
  };
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
