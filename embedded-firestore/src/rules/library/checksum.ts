// CRC-32 (as in zip) and CRC-32C (Castagnoli), most significant byte first.

export const CRC32 = 0xedb88320;
export const CRC32C = 0x82f63b78;

export function checksum(bytes: Uint8Array, polynomial: number): Uint8Array {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  }
  const result = new Uint8Array(4);
  new DataView(result.buffer).setUint32(0, ~crc >>> 0);
  return result;
}
