// UUIDs as their 16 bytes and back: of every version, also of those that no standard has, since the contract lets them pass.

export const uuidBytes = 16;

export function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

export function uuidOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
