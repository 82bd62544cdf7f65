// The two languages, and the choice between them: the stored one, otherwise the first supported
// language of the browser.

export const languages = ["ru", "en"] as const;
export type Language = (typeof languages)[number];

const storageKey = "language";

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** English by default. `preferred` is like navigator.languages: "ru-RU", "en". */
export function chooseLanguage(remembered: string | null, preferred: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered;
  const known = preferred.map((tag) => tag.toLowerCase().split("-")[0]).find(isLanguage);
  return known ?? "en";
}

export function readLanguage(): Language {
  let remembered: string | null = null;
  try {
    remembered = localStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden. The browser's own languages remain.
  }
  return chooseLanguage(remembered, navigator.languages);
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The choice applies to this page only.
  }
}
