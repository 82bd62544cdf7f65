// How a person is called, and shown without video: initials on a colour that stays the same within
// the room.

/** Two people with one name are told apart by their numbers. */
export function labelOf(person: { readonly name: string; readonly nameNumber: number }, nameless: string): string {
  const name = person.name || nameless;
  return person.nameNumber === 1 ? name : `${name} (${person.nameNumber})`;
}

/**
 * For a name within a sentence: a name of the other direction does not turn the words around it.
 * Where it stands alone, `<bdi>` does the same.
 */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

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
