// The choice of a language: the remembered one, otherwise the first of the browser's that there is,
// otherwise English.

const storageKey = "language";
const fallback = "en";

/** "de-CH" is answered by "de-ch", otherwise by "de". */
function find(languages: readonly string[], tag: string): string | undefined {
  const wanted = tag.toLowerCase();
  return (
    languages.find((language) => language.toLowerCase() === wanted) ??
    languages.find((language) => language.toLowerCase() === wanted.split("-")[0])
  );
}

/** `preferred` is like navigator.languages: "ru-RU", "en". */
export function chooseLanguage(
  languages: readonly string[],
  remembered: string | null,
  preferred: readonly string[],
): string {
  if (remembered !== null && languages.includes(remembered)) return remembered;
  for (const tag of preferred) {
    const found = find(languages, tag);
    if (found !== undefined) return found;
  }
  return fallback;
}

export function readLanguage(languages: readonly string[]): string {
  let remembered: string | null = null;
  try {
    remembered = localStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden. The browser's own languages remain.
  }
  return chooseLanguage(languages, remembered, navigator.languages);
}

export function rememberLanguage(language: string): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The choice applies to this page only.
  }
}
