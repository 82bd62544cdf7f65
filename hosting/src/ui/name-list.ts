// Names as one phrase: "Ann, Ben and Guest".
const formats = new Map<string, Intl.ListFormat>();

/** The format is made for the first two names: it reads data for tens of milliseconds. */
export function listNames(names: readonly string[], language: string): string {
  if (names.length < 2) return names.join();
  const format = formats.get(language) ?? new Intl.ListFormat(language, { type: "conjunction" });
  formats.set(language, format);
  return format.format(names);
}
