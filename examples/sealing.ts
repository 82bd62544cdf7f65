// What docs/signalling.md says under "Sealing", for a room without a password: signals and names
// pass through the server sealed with the link's key, each signed by whoever sent it.
const { subtle } = globalThis.crypto;
const utf8 = new TextEncoder();
const [ivBytes, publicKeyBytes, signatureBytes] = [12, 65, 64];
const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export interface Opened {
  readonly text: string;
  /** The public key of who has signed it. */
  readonly signer: string;
}

export interface Sealing {
  /** `boundTo`: "signal", uuid, sender, receiver; or "name", uuid, participant. */
  seal(boundTo: readonly string[], text: string): Promise<string>;
  /** Rejects what was sealed with another key or for somebody else, or is not signed. */
  open(boundTo: readonly string[], sealed: string): Promise<Opened>;
}

/** What `connect` asks of whoever has the link. */
export async function proveLink(linkKey: Buffer<ArrayBuffer>): Promise<string> {
  const material = await subtle.importKey("raw", linkKey, "HKDF", false, ["deriveBits"]);
  const info = utf8.encode("meetogram/link-proof/1");
  const proof = await subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info }, material, 256);
  return Buffer.from(proof).toString("base64url");
}

export async function createSealing(linkKey: Buffer<ArrayBuffer>, uuid: string): Promise<Sealing> {
  const { privateKey, publicKey } = await subtle.generateKey(ecdsa, false, ["sign", "verify"]);
  const signer = Buffer.from(await subtle.exportKey("raw", publicKey));
  const material = await subtle.importKey("raw", linkKey, "HKDF", false, ["deriveKey"]);
  const [salt, info] = [utf8.encode(`${uuid}\n`), utf8.encode("meetogram/signals/2")];
  const hkdf = { name: "HKDF", hash: "SHA-256", salt, info };
  const key = await subtle.deriveKey(hkdf, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

  return {
    async seal(boundTo, text) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const additionalData = utf8.encode(boundTo.join("\n"));
      const signature = await subtle.sign(ecdsa, privateKey, utf8.encode([...boundTo, text].join("\n")));
      const content = Buffer.concat([signer, Buffer.from(signature), utf8.encode(text)]);
      const sealed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, content);
      return Buffer.concat([iv, Buffer.from(sealed)]).toString("base64url");
    },

    async open(boundTo, sealed) {
      const whole = Buffer.from(sealed, "base64url");
      const aes = { name: "AES-GCM", iv: whole.subarray(0, ivBytes), additionalData: utf8.encode(boundTo.join("\n")) };
      const content = Buffer.from(await subtle.decrypt(aes, key, whole.subarray(ivBytes)));
      const theirs = content.subarray(0, publicKeyBytes);
      const signature = content.subarray(publicKeyBytes, publicKeyBytes + signatureBytes);
      const text = content.subarray(publicKeyBytes + signatureBytes).toString();
      const verifier = await subtle.importKey("raw", theirs, ecdsa, false, ["verify"]);
      const signed = utf8.encode([...boundTo, text].join("\n"));
      if (!(await subtle.verify(ecdsa, verifier, signature, signed))) throw new Error("The signature is wrong.");
      return { text, signer: theirs.toString("base64url") };
    },
  };
}
