// The texts of what is below the button. They come with it, and follow the page's language.
import { shallowReadonly, shallowRef, watch } from "vue";
import { loadStartChoices } from "../../messages/load-more-messages.ts";
import type { StartChoiceMessages } from "../../messages/types/start/choices.ts";
import { useLanguage } from "../../messages/useLanguage.ts";

const words = shallowRef<StartChoiceMessages | null>(null);

/** Rejects where they cannot be loaded. */
export async function loadChoiceWords(wanted: string): Promise<void> {
  const loaded = await loadStartChoices(wanted);
  if (wanted === useLanguage().language.value) words.value = loaded;
}

export function useChoiceWords() {
  const { language } = useLanguage();
  // Without the network they stay as they are.
  watch(language, (wanted) => void loadChoiceWords(wanted).catch(() => {}), { immediate: true });
  return shallowReadonly(words);
}
