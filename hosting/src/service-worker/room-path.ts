// Tells a room's address, also a damaged one, from others.

export function isRoomPath(path: string): boolean {
  return /^\/+r\//i.test(path);
}
