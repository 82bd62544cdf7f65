// The few texts of the start screen. They are separate because they are painted before the
// application has loaded.
import type { Language } from "./language.ts";

interface StartMessages {
  readonly line: string;
  readonly go: string;
  readonly loadFailed: string;
}

export const startMessages: Readonly<Record<Language, StartMessages>> = {
  en: {
    line: "Fast communication for effective people.",
    go: "Go",
    loadFailed: "The page did not load in full. Check the network and reload.",
  },
  ru: {
    line: "Быстрая коммуникация для эффективных людей.",
    go: "Перейти",
    loadFailed: "Страница загрузилась не полностью. Проверьте сеть и обновите её.",
  },
};
