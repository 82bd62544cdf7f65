// The language of the interface, one for the whole page. `<html lang>` follows it.
import { computed, readonly, ref, shallowRef } from "vue";
import { rememberLanguage } from "./language.ts";
import { loadMessages, type Spoken } from "./load-messages.ts";

const spoken = shallowRef<Spoken | null>(null);
/** The other language could not be loaded. */
const didSwitchFail = ref(false);

function current(): Spoken {
  if (spoken.value === null) throw new Error("No language is loaded");
  return spoken.value;
}

const language = computed(() => current().language);
const messages = computed(() => current().messages);

/** Before anything is shown. */
export function setLanguage(loaded: Spoken): void {
  spoken.value = loaded;
  document.documentElement.lang = loaded.language;
}

async function switchLanguage(): Promise<void> {
  didSwitchFail.value = false;
  try {
    setLanguage(await loadMessages(language.value === "ru" ? "en" : "ru"));
    rememberLanguage(language.value);
  } catch {
    didSwitchFail.value = true;
  }
}

export function useLanguage() {
  return { language, messages, switchLanguage, didSwitchFail: readonly(didSwitchFail) };
}
