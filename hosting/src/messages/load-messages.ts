// The texts, each language a script of its own: a page loads those that it shows.
import type { Messages } from "./en/index.ts";
import type { Language } from "./language.ts";

export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import("./en/index.ts")).en,
  ru: async () => (await import("./ru/index.ts")).ru,
};

/** Rejects where the script cannot be loaded. Another call tries again. */
export async function loadMessages(language: Language): Promise<Spoken> {
  return { language, messages: await loaders[language]() };
}
