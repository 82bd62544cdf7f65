// Signals and names pass through the server sealed with a key derived from the link's, and signed
// by whoever sent them. Each is bound to its room, sender and receiver, so it opens as nothing
// else. docs/signalling.md says how, under "Sealing".
import { Signal } from "@meetogram/contract";
import { parse } from "valibot";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { normalizePassword } from "./link-proof.ts";

const ivBytes = 12;
/** An uncompressed point of P-256, and r and s of a signature. */
const [publicKeyBytes, signatureBytes] = [65, 64];
const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export interface SealingOptions {
  /** The room's, in lower case. */
  readonly uuid: string;
  /** The link's. Null for a link without one: then the server can open what is sealed. */
  readonly key: Uint8Array | null;
  /** As people type it. Only in a room that has one. */
  readonly password?: string | undefined;
}

export interface Sealing {
  /** The own public key, in base64url: 65 bytes. A new one for each sealing. */
  readonly signer: string;
  /** Resolves to base64url, as the server keeps it. `from` and `to` are participant IDs. */
  sealSignal(from: string, to: string, signal: Signal): Promise<string>;
  /**
   * Rejects what was sealed with another key or for others, is not signed, or is no signal.
   * `signer` is the public key of whoever has signed it.
   */
  openSignal(from: string, to: string, sealed: string): Promise<{ signal: Signal; signer: string }>;
  sealName(participantID: string, name: string): Promise<string>;
  /** Rejects likewise. The name is as its owner wrote it: clean it before it is shown. */
  openName(participantID: string, sealed: string): Promise<{ name: string; signer: string }>;
}

/** Makes a signing key, and derives the key that seals. */
export async function createSealing({ uuid, key, password = "" }: SealingOptions): Promise<Sealing> {
  const { subtle } = crypto;
  const utf8 = new TextEncoder();
  const secret = key === null ? utf8.encode(uuid) : Uint8Array.from(key);
  const [{ privateKey, publicKey }, material] = await Promise.all([
    subtle.generateKey(ecdsa, false, ["sign", "verify"]),
    subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]),
  ]);
  const own = new Uint8Array(await subtle.exportKey("raw", publicKey));
  const salt = utf8.encode(`${uuid}\n${normalizePassword(password)}`);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt, info: utf8.encode("meetogram/signals/2") };
  const aes = { name: "AES-GCM", length: 256 };
  const sealingKey = await subtle.deriveKey(hkdf, material, aes, false, ["encrypt", "decrypt"]);

  async function seal(boundTo: readonly string[], text: string): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const additionalData = utf8.encode(boundTo.join("\n"));
    const signature = await subtle.sign(ecdsa, privateKey, utf8.encode([...boundTo, text].join("\n")));
    const content = join(own, new Uint8Array(signature), utf8.encode(text));
    const sealed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData }, sealingKey, content);
    return encodeBase64url(join(iv, new Uint8Array(sealed)));
  }

  async function open(boundTo: readonly string[], sealed: string): Promise<{ text: string; signer: string }> {
    const whole = decodeBase64url(sealed) ?? new Uint8Array();
    const additionalData = utf8.encode(boundTo.join("\n"));
    const gcm = { name: "AES-GCM", iv: whole.slice(0, ivBytes), additionalData };
    const content = new Uint8Array(await subtle.decrypt(gcm, sealingKey, whole.slice(ivBytes)));
    const signer = content.slice(0, publicKeyBytes);
    const signature = content.slice(publicKeyBytes, publicKeyBytes + signatureBytes);
    const text = content.slice(publicKeyBytes + signatureBytes);
    const verifier = await subtle.importKey("raw", signer, ecdsa, false, ["verify"]);
    const signed = join(additionalData, utf8.encode("\n"), text);
    if (!(await subtle.verify(ecdsa, verifier, signature, signed))) throw new Error("The signature is wrong.");
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(text), signer: encodeBase64url(signer) };
  }

  return {
    signer: encodeBase64url(own),
    sealSignal: (from, to, signal) => seal(["signal", uuid, from, to], JSON.stringify(signal)),
    async openSignal(from, to, sealed) {
      const { text, signer } = await open(["signal", uuid, from, to], sealed);
      return { signal: parse(Signal, JSON.parse(text)), signer };
    },
    sealName: (participantID, name) => seal(["name", uuid, participantID], name),
    async openName(participantID, sealed) {
      const { text, signer } = await open(["name", uuid, participantID], sealed);
      return { name: text, signer };
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
