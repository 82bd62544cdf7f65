// The languages of the documentation, fewer than those of the interface, and which of them a first
// visit is led to.

export const docsLanguages = ["en", "ru"] as const;
export type DocsLanguage = (typeof docsLanguages)[number];

export const languageNames: Readonly<Record<DocsLanguage, string>> = { en: "English", ru: "Русский" };

function findLanguage(tag: string): DocsLanguage | undefined {
  const [start] = tag.toLowerCase().split("-");
  return docsLanguages.find((language) => language === start);
}

/**
 * `remembered`: the language of the interface, where one was chosen. `preferred` is like
 * navigator.languages: "ru-RU", "en".
 */
export function chooseDocsLanguage(remembered: string | null, preferred: readonly string[]): DocsLanguage {
  if (remembered !== null && remembered !== "") return findLanguage(remembered) ?? "en";
  return preferred.map(findLanguage).find((language) => language !== undefined) ?? "en";
}
