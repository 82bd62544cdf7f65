// STUN messages (RFC 8489), as far as an allocation at a TURN server (RFC 8656) needs them.
import { createHash, createHmac, randomBytes } from "node:crypto";

export const types = { binding: 0x0001, allocate: 0x0003, refresh: 0x0004 } as const;
export const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
} as const;

const magicCookie = 0x2112a442;
export const headerBytes = 20;
const integrityBytes = 24;

export interface Message {
  readonly type: number;
  readonly id: Buffer;
  readonly attributes: ReadonlyMap<number, Buffer>;
}

export type Attributes = readonly (readonly [number, Buffer])[];

function encodeAttribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function encodeHeader(type: number, length: number, id: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(length, 2);
  header.writeUInt32BE(magicCookie, 4);
  return Buffer.concat([header, id]);
}

/** With a key, signed by it (MESSAGE-INTEGRITY). */
export function encode(
  type: number,
  values: Attributes,
  { key, id = randomBytes(12) }: { key?: Buffer; id?: Buffer } = {},
): Buffer {
  const body = Buffer.concat(values.map(([name, value]) => encodeAttribute(name, value)));
  if (key === undefined) return Buffer.concat([encodeHeader(type, body.length, id), body]);
  // The signed length counts the signature.
  const signed = Buffer.concat([encodeHeader(type, body.length + integrityBytes, id), body]);
  const signature = createHmac("sha1", key).update(signed).digest();
  return Buffer.concat([signed, encodeAttribute(attributes.messageIntegrity, signature)]);
}

/** Undefined for anything that is no whole STUN message. */
export function decode(bytes: Buffer): Message | undefined {
  if (bytes.length < headerBytes || bytes.readUInt32BE(4) !== magicCookie) return undefined;
  if (bytes.length < headerBytes + bytes.readUInt16BE(2)) return undefined;
  const found = new Map<number, Buffer>();
  const end = headerBytes + bytes.readUInt16BE(2);
  for (let at = headerBytes; at + 4 <= end;) {
    const length = bytes.readUInt16BE(at + 2);
    if (!found.has(bytes.readUInt16BE(at))) found.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return { type: bytes.readUInt16BE(0), id: bytes.subarray(8, headerBytes), attributes: found };
}

export const isSuccess = ({ type }: Message): boolean => (type & 0x0110) === 0x0100;

/** 401 and the like, with the server's words. */
export function errorOf({ attributes: found }: Message): { code: number; reason: string } {
  const value = found.get(attributes.errorCode) ?? Buffer.alloc(4);
  return { code: (value[2] ?? 0) * 100 + (value[3] ?? 0), reason: value.subarray(4).toString("utf8") };
}

/** Of XOR-MAPPED-ADDRESS and XOR-RELAYED-ADDRESS. */
export function readXorAddress({ id, attributes: found }: Message, name: number): string | undefined {
  const value = found.get(name);
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(magicCookie, 0);
  id.copy(mask, 4);
  const bytes = value?.subarray(4).map((byte, index) => byte ^ mask[index]!);
  if (bytes?.length === 4) return bytes.join(".");
  if (bytes?.length !== 16) return undefined;
  const groups = Array.from({ length: 8 }, (_, index) =>
    Buffer.from(bytes)
      .readUInt16BE(index * 2)
      .toString(16),
  );
  return groups.join(":");
}

/** The key of long-term credentials: https://www.rfc-editor.org/rfc/rfc8489#section-9.2.2 */
export const longTermKey = (username: string, realm: string, password: string): Buffer =>
  createHash("md5").update(`${username}:${realm}:${password}`).digest();
