// Seals signals and names for their way through the server, with a key derived from the room's
// link. Additional data binds each to its room, sender and receiver: the server can neither read
// one nor hand it to somebody else.
import { Signal } from "@meetogram/contract";
import * as v from "valibot";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { safetyCodeBits, writeSafetyCode } from "./safety-code.ts";

const ivBytes = 12;
const info = "meetogram/signals/1";
const safetyInfo = "meetogram/safety-code/1";

export interface Seal {
  /** False when the key comes from the room's uuid, which the server knows. */
  readonly isKeyed: boolean;
  /**
   * Four emoji, the same for everybody with the same link and password. They do not help to open a
   * seal.
   */
  readonly safetyCode: string;
  sealSignal(from: string, to: string, signal: Signal): Promise<string>;
  /** Rejects what was not sealed for this room, this sender and this receiver. */
  openSignal(from: string, to: string, sealed: string): Promise<Signal>;
  sealName(participantID: string, name: string): Promise<string>;
  /** Rejects what was not sealed for this room and this participant. */
  openName(participantID: string, sealed: string): Promise<string>;
}

export async function createSeal(options: {
  uuid: string;
  key: Uint8Array<ArrayBuffer> | null;
  password?: string | undefined;
}): Promise<Seal> {
  const { uuid } = options;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const material = await crypto.subtle.importKey("raw", options.key ?? encoder.encode(uuid), "HKDF", false, [
    "deriveKey",
    "deriveBits",
  ]);
  const salt = encoder.encode(`${uuid}\n${options.password ?? ""}`);
  const safetyBits = await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt, info: encoder.encode(safetyInfo) },
    material,
    safetyCodeBits,
  );
  const key = await crypto.subtle.deriveKey(
    {
      name: "HKDF",
      hash: "SHA-256",
      salt,
      info: encoder.encode(info),
    },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );

  async function seal(boundTo: string[], text: string): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const additionalData = encoder.encode(boundTo.join("\n"));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, encoder.encode(text));
    const whole = new Uint8Array(ivBytes + sealed.byteLength);
    whole.set(iv);
    whole.set(new Uint8Array(sealed), ivBytes);
    return encodeBase64url(whole);
  }

  async function open(boundTo: string[], sealed: string): Promise<string> {
    const whole = decodeBase64url(sealed);
    if (whole === null) throw new Error("Not base64url");
    const additionalData = encoder.encode(boundTo.join("\n"));
    const iv = whole.subarray(0, ivBytes);
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, whole.subarray(ivBytes));
    return decoder.decode(opened);
  }

  return {
    isKeyed: options.key !== null,
    safetyCode: writeSafetyCode(new Uint8Array(safetyBits)),
    sealSignal: (from, to, signal) => seal(["signal", uuid, from, to], JSON.stringify(signal)),
    openSignal: async (from, to, sealed) => v.parse(Signal, JSON.parse(await open(["signal", uuid, from, to], sealed))),
    sealName: (participantID, name) => seal(["name", uuid, participantID], name),
    openName: (participantID, sealed) => open(["name", uuid, participantID], sealed),
  };
}
