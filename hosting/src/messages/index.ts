// All messages, by language. Plain typed objects: a missing or superfluous key does not compile.
import { en, type Messages } from "./en.ts";
import type { Language } from "./language.ts";
import { ru } from "./ru.ts";

export { languages, readLanguage, rememberLanguage, type Language } from "./language.ts";
export type { Messages };

export const messagesByLanguage: Readonly<Record<Language, Messages>> = { en, ru };
