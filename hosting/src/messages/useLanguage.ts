// The language of the interface, one for the whole page. `<html lang>` and its direction follow it.
import { computed, readonly, ref, shallowRef } from "vue";
import { rememberLanguage } from "./language.ts";
import { loadMessages, type Spoken } from "./load-messages.ts";
import { startMessages } from "./start.ts";

const spoken = shallowRef<Spoken | null>(null);
/** The language that could not be loaded. */
const failed = ref<string | null>(null);
const isSwitching = ref(false);
/** A switch then loads the texts of the room too. */
let isRoomWanted = false;
/** The last choice counts, not the last answer. */
let wanted = "";

function current(): Spoken {
  if (spoken.value === null) throw new Error("No language is loaded");
  return spoken.value;
}

const language = computed(() => current().language);
const pageMessages = computed(() => current().page);
const messages = computed(() => {
  const { room } = current();
  if (room === null) throw new Error("The texts of the room are not loaded");
  return room;
});

/** Before anything is shown. */
export function setLanguage(loaded: Spoken): void {
  spoken.value = loaded;
  wanted = loaded.language;
  document.documentElement.lang = loaded.language;
  document.documentElement.dir = startMessages[loaded.language]?.direction ?? "ltr";
}

/** Before a screen is shown that uses `messages`. */
export async function loadRoomMessages(): Promise<void> {
  isRoomWanted = true;
  const { language, room } = current();
  if (room !== null) return;
  const loaded = await loadMessages(language, { isForRoom: true });
  if (current().language === language) spoken.value = loaded;
  // Another language was chosen meanwhile.
  else await loadRoomMessages();
}

async function switchLanguage(chosen: string): Promise<void> {
  wanted = chosen;
  failed.value = null;
  isSwitching.value = true;
  try {
    const loaded = await loadMessages(chosen, { isForRoom: isRoomWanted });
    if (wanted !== chosen) return;
    setLanguage(loaded);
    rememberLanguage(chosen);
  } catch {
    if (wanted === chosen) failed.value = chosen;
  } finally {
    if (wanted === chosen) isSwitching.value = false;
  }
}

/** `messages`: of the room and the page. Outside the room only `pageMessages` are there. */
export function useLanguage() {
  return {
    language,
    messages,
    pageMessages,
    switchLanguage,
    isSwitching: readonly(isSwitching),
    failedLanguage: readonly(failed),
  };
}
