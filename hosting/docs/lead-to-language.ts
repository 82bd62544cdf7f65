// Leads the first visit to an English page to the reader's own language, once. From then on, or
// once a language was pressed, every address stays as it is.
import { chooseDocsLanguage } from "./language.ts";

/** The interface remembers its language under a key of its own, which counts here too. */
const interfaceKey = "language";
const docsKey = "docsLanguage";

export function leadToLanguage(): void {
  const here = document.documentElement.lang;
  try {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) {
      link.addEventListener("click", () => localStorage.setItem(docsKey, link.lang));
    }
    if (here !== "en" || localStorage.getItem(docsKey) !== null) return;
    const wanted = chooseDocsLanguage(localStorage.getItem(interfaceKey), navigator.languages);
    localStorage.setItem(docsKey, wanted);
    const link = document.querySelector<HTMLAnchorElement>(`.languages a[lang="${wanted}"]`);
    if (wanted !== here && link !== null) location.replace(link.href + location.hash);
  } catch {
    // Storage may be forbidden. Without it this would lead again and again, so it leads nowhere.
  }
}
