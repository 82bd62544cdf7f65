// How a person is called, and shown without video: initials.

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
