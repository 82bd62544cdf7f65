// Converts UUIDs to 16 bytes and back. Accepts every version, even undefined ones, because the
// contract accepts them.

export const uuidBytes = 16;

export function toUuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

export function fromUuidBytes(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
