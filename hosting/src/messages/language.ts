// The two languages, and which of them a person reads: the one chosen here before, else the first known of the browser's.

export const languages = ["ru", "en"] as const;
export type Language = (typeof languages)[number];

const storageKey = "language";

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** English unless something says otherwise. `preferred` is like navigator.languages: "ru-RU", "en". */
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
    // Storage may be forbidden; the browser's own languages are left.
  }
  return chooseLanguage(remembered, navigator.languages);
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The choice holds for this page only.
  }
}
