// The language of the interface, one for the whole page. `<html lang>` and the title follow it.
import { computed, ref, watch } from "vue";
import { messagesByLanguage, readLanguage, rememberLanguage, type Language } from "./index.ts";

const language = ref<Language>(readLanguage());
const messages = computed(() => messagesByLanguage[language.value]);

watch(
  language,
  (current) => {
    document.documentElement.lang = current;
    document.title = messages.value.title;
  },
  { immediate: true },
);

function switchLanguage(): void {
  language.value = language.value === "ru" ? "en" : "ru";
  rememberLanguage(language.value);
}

export function useLanguage() {
  return { language, messages, switchLanguage };
}
