// The few texts of the start screen. They are separate because they are painted before the
// application has loaded.
import type { Language } from "./language.ts";

interface StartMessages {
  readonly line: string;
  /** What this is, at first sight. */
  readonly what: string;
  readonly go: string;
  readonly loadFailed: string;
}

export const startMessages: Readonly<Record<Language, StartMessages>> = {
  en: {
    line: "Fast communication for effective people.",
    what: "Free video calls for up to eight. No account, end-to-end encrypted.",
    go: "Start a meeting",
    loadFailed: "The page did not load in full. Check the network and reload.",
  },
  ru: {
    line: "Быстрая коммуникация для эффективных людей.",
    what: "Бесплатные видеозвонки до восьми человек. Без регистрации, со сквозным шифрованием.",
    go: "Начать встречу",
    loadFailed: "Страница загрузилась не полностью. Проверьте сеть и обновите её.",
  },
};
