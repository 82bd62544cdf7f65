// The language of the interface, one for the whole page. `<html lang>` and its direction follow it.
import { computed, readonly, ref, shallowRef } from "vue";
import type { RestMessages } from "./en/rest.ts";
import { rememberLanguage } from "./language.ts";
import { loadMessages, type Spoken } from "./load-messages.ts";
import { loadRest } from "./load-more-messages.ts";
import { startMessages } from "./start.ts";

interface AllSpoken extends Spoken {
  /** Null until something is shown that a room does not begin with. */
  readonly rest: RestMessages | null;
}

/** What is loaded when it is needed. A switch then loads it too. */
type Part = "room" | "rest";

const spoken = shallowRef<AllSpoken | null>(null);
/** The language that could not be loaded. */
const failed = ref<string | null>(null);
const isSwitching = ref(false);
const neededParts = new Set<Part>();
/** The last choice counts, not the last answer. */
let wanted = "";

function current(): AllSpoken {
  if (spoken.value === null) throw new Error("No language is loaded");
  return spoken.value;
}

function currentPart<Name extends Part>(part: Name): NonNullable<AllSpoken[Name]> {
  const texts = current()[part];
  if (texts === null) throw new Error(`The texts of the ${part} are not loaded`);
  return texts;
}

const language = computed(() => current().language);
const pageMessages = computed(() => current().page);
const messages = computed(() => currentPart("room"));
const restMessages = computed(() => currentPart("rest"));

/** Before anything is shown. */
export function setLanguage(loaded: Spoken, rest: RestMessages | null = null): void {
  spoken.value = { ...loaded, rest };
  wanted = loaded.language;
  document.documentElement.lang = loaded.language;
  document.documentElement.dir = startMessages[loaded.language]?.direction ?? "ltr";
}

async function loadPart(part: Part): Promise<void> {
  neededParts.add(part);
  while (current()[part] === null) {
    const { language: before } = current();
    const loaded = part === "room" ? await loadMessages(before, { isForRoom: true }) : { rest: await loadRest(before) };
    // Otherwise another language was chosen meanwhile.
    if (current().language === before) spoken.value = { ...current(), ...loaded };
  }
}

/** What is shown with texts of a part waits for both, which load in parallel. */
async function withPart<Loaded>(part: Part, loading: Promise<Loaded>): Promise<Loaded> {
  const [loaded] = await Promise.all([loading, loadPart(part)]);
  return loaded;
}

/** For what uses `messages`. */
export const withRoomMessages = <Loaded>(loading: Promise<Loaded>) => withPart("room", loading);
/** For what uses `restMessages`. */
export const withRestMessages = <Loaded>(loading: Promise<Loaded>) => withPart("rest", loading);

async function loadAll(chosen: string): Promise<[Spoken, RestMessages | null]> {
  const count = neededParts.size;
  const loaded = await Promise.all([
    loadMessages(chosen, { isForRoom: neededParts.has("room") }),
    neededParts.has("rest") ? loadRest(chosen) : null,
  ]);
  return count === neededParts.size ? loaded : loadAll(chosen);
}

async function switchLanguage(chosen: string): Promise<void> {
  wanted = chosen;
  failed.value = null;
  isSwitching.value = true;
  try {
    const loaded = await loadAll(chosen);
    if (wanted !== chosen) return;
    setLanguage(...loaded);
    rememberLanguage(chosen);
  } catch {
    if (wanted === chosen) failed.value = chosen;
  } finally {
    if (wanted === chosen) isSwitching.value = false;
  }
}

/** `messages`: of the room and the page. `restMessages`: what a room does not begin with. */
export function useLanguage() {
  return {
    language,
    messages,
    restMessages,
    pageMessages,
    switchLanguage,
    isSwitching: readonly(isSwitching),
    failedLanguage: readonly(failed),
  };
}
