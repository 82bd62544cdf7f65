// All texts at once, for the tests.
import { en, type Messages } from "../../src/messages/en/index.ts";
import type { Language } from "../../src/messages/language.ts";
import { ru } from "../../src/messages/ru/index.ts";

export const messagesByLanguage: Readonly<Record<Language, Messages>> = { en, ru };
