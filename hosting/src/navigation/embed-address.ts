// The address of a room inside another site's frame, /embed/{uuid}#{key}. It is the only one that
// may be framed, and everything that is sent on is the room's own address.

const start = /^\/+embed\//i;

export function isEmbedPath(pathname: string): boolean {
  return start.test(pathname);
}

/** The path of the same room outside a frame. Other paths stay. */
export function toRoomPath(pathname: string): string {
  return pathname.replace(start, "/r/");
}

/** Decided once: a page does not move into a frame. */
export const isEmbedded = typeof window !== "undefined" && isEmbedPath(window.location.pathname);

/** The link of the present room, to send to others. */
export function readSharedLink(): string {
  const { href, origin, pathname, hash } = window.location;
  return isEmbedded ? origin + toRoomPath(pathname) + hash : href;
}
