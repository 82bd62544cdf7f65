// How a person without video is shown: initials on a colour that stays the same within the room.

/** Up to two initials; empty for a person without a name. */
export function initialsOf(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

export const hueCount = 6;

/** 0 to hueCount - 1, from the participantID. */
export function hueOf(participantID: string): number {
  let sum = 0;
  for (const character of participantID) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return sum % hueCount;
}
