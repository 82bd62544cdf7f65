// The rooms that this browser was in, with their links and host keys. They are secrets, so they are
// kept only where the person wants it: there is an entry in Local Storage while that is so.

export interface RecentRoom {
  readonly uuid: string;
  /** With the link's key: /r/{uuid}#{key}. */
  readonly path: string;
  readonly isHost: boolean;
  /** Of a room that this browser created. */
  readonly hostKey: string | null;
  /** In ms since 1970, as are all times here. */
  readonly seenAtMs: number;
  readonly expiresAtMs: number;
}

export const recentKey = "recentRooms";
export const maxRecent = 20;

/** Null where storage is forbidden, or where nothing is wanted. */
function readText(): string | null {
  try {
    return localStorage.getItem(recentKey);
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing, or has no room left. */
function write(rooms: readonly RecentRoom[]): boolean {
  try {
    localStorage.setItem(recentKey, JSON.stringify(rooms));
    return true;
  } catch {
    return false;
  }
}

function isRecentRoom(value: unknown): value is RecentRoom {
  if (typeof value !== "object" || value === null) return false;
  const { uuid, path, isHost, hostKey, seenAtMs, expiresAtMs } = value as Record<string, unknown>;
  const isText = typeof uuid === "string" && typeof path === "string" && path.startsWith("/r/");
  const isTimed = typeof seenAtMs === "number" && typeof expiresAtMs === "number";
  return isText && isTimed && typeof isHost === "boolean" && (hostKey === null || typeof hostKey === "string");
}

/** The latest first. Nothing for what this version did not write. */
export function parseRecent(text: string, nowMs: number): RecentRoom[] {
  try {
    const value: unknown = JSON.parse(text);
    const rooms = Array.isArray(value) ? value.filter(isRecentRoom) : [];
    return rooms
      .filter(({ expiresAtMs }) => expiresAtMs > nowMs)
      .toSorted((one, other) => other.seenAtMs - one.seenAtMs)
      .slice(0, maxRecent);
  } catch {
    return [];
  }
}

/** Null: nothing is to be remembered. */
export function readRecent(nowMs = Date.now()): RecentRoom[] | null {
  const text = readText();
  return text === null ? null : parseRecent(text, nowMs);
}

/** False where this browser refuses. */
export function wantRecent(): boolean {
  return write(readRecent() ?? []);
}

/** Nothing is remembered any more. False where this browser refuses. */
export function unwantRecent(): boolean {
  try {
    localStorage.removeItem(recentKey);
    return true;
  } catch {
    return false;
  }
}

/** Adds the room, or what is new about it. Does nothing where nothing is to be remembered. */
export function rememberRoom(room: RecentRoom): void {
  const rooms = readRecent();
  if (rooms === null) return;
  const others = rooms.filter(({ uuid }) => uuid !== room.uuid);
  write([room, ...others].slice(0, maxRecent));
}

export function forgetRoom(uuid: string): void {
  const rooms = readRecent();
  if (rooms?.some((room) => room.uuid === uuid)) write(rooms.filter((room) => room.uuid !== uuid));
}

export function forgetRooms(): void {
  if (readText() !== null) write([]);
}

export function findRecent(uuid: string): RecentRoom | null {
  return readRecent()?.find((room) => room.uuid === uuid) ?? null;
}
