// The texts of what is below the button. They come with it, and follow the page's language.
import { shallowReadonly, shallowRef, watch } from "vue";
import type { Language } from "../../messages/language.ts";
import type { StartChoiceMessages } from "../../messages/start-choices.ts";
import { useLanguage } from "../../messages/useLanguage.ts";

const loaders: Readonly<Record<Language, () => Promise<StartChoiceMessages>>> = {
  en: async () => (await import("../../messages/en/start-choices.ts")).startChoices,
  ru: async () => (await import("../../messages/ru/start-choices.ts")).startChoices,
};
const words = shallowRef<StartChoiceMessages | null>(null);

/** Rejects where they cannot be loaded. */
export async function loadChoiceWords(wanted: Language): Promise<void> {
  const loaded = await loaders[wanted]();
  if (wanted === useLanguage().language.value) words.value = loaded;
}

export function useChoiceWords() {
  const { language } = useLanguage();
  // Without the network they stay as they are.
  watch(language, (wanted) => void loadChoiceWords(wanted).catch(() => {}), { immediate: true });
  return shallowReadonly(words);
}
