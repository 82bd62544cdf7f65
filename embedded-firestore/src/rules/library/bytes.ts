// Methods of bytes.
import type { Bytes } from "../values/values.ts";
import type { Methods } from "./types.ts";
import { method } from "./types.ts";

export const BYTES_METHODS: Methods<Bytes> = {
  size: method(0, (self) => BigInt(self.bytes.length)),
  /**
   * URL-safe alphabet (RFC 4648, section 5), with padding.
   * https://firebase.google.com/docs/reference/rules/rules.Bytes#toBase64
   */
  toBase64: method(0, (self, _, meter) => {
    meter.make(self.bytes.length);
    let binary = "";
    for (const byte of self.bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_");
  }),
  toHexString: method(0, (self, _, meter) => {
    meter.make(self.bytes.length);
    return Array.from(self.bytes, (byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
  }),
};
