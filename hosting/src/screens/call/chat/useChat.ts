// The chat of one call as refs. It listens from the moment the call is shown, also while its panel
// is closed, and forgets everything with the call. What it consists of is loaded behind the lobby.
// Where that comes late, it asks the others for what it has missed.
import { computed, onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from "vue";
import { onceAFrame } from "../../../browser/once-a-frame.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";
import type { ChatEntry } from "./chat-log.ts";
import type { startChat, StartedChat } from "./start-chat.ts";
import { useAuthors } from "./useAuthors.ts";

let loaded: typeof startChat | null = null;

export async function loadChat(): Promise<void> {
  loaded ??= (await import("./start-chat.ts")).startChat;
}

export type Chat = ReturnType<typeof createChat>;
const provided = createProvided<Chat>("chat");

/** Those who leave together are asked about once. */
const askAfterMs = 2_000;

function createChat() {
  const { features, selfID, participants, deriveSecret } = useMeeting();
  const scope = new AbortController();
  const entries = shallowRef<readonly ChatEntry[]>([]);
  const waiting = shallowRef<ReadonlySet<string>>(new Set());
  const hasForgotten = ref(false);
  const unread = ref(0);
  /** The latest message that has come while the panel was closed. */
  const preview = shallowRef<ChatEntry | null>(null);
  const isShown = ref(false);
  const draft = ref("");
  const authors = useAuthors(entries);
  const hasFailed = ref(false);
  /** False while the page, or the chat, is still on its way into the room. */
  const canWrite = ref(false);
  let started: StartedChat | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = onceAFrame(
    () => {
      if (started === null) return;
      const { log, sync } = started;
      entries.value = log.entries;
      hasForgotten.value = log.hasForgotten;
      waiting.value = new Set(sync.waiting);
    },
    { signal: scope.signal },
  );

  function handleNew(entry: ChatEntry, isMissed: boolean): void {
    if (isShown.value || entry.author === selfID.value) return;
    unread.value += 1;
    if (!isMissed) preview.value = entry;
  }

  /** At once where it is loaded. What could not be loaded is loaded again by the next call. */
  async function begin(): Promise<void> {
    const participantID = selfID.value;
    if (participantID === "" || started !== null) return;
    hasFailed.value = false;
    if (loaded === null) {
      await loadChat().catch(() => (hasFailed.value = true));
      if (loaded === null || started !== null || scope.signal.aborted) return;
    }
    const { nameOf } = authors;
    const { signal } = scope;
    const options = { features, participantID, nameOf, onChange: show, onNew: handleNew, signal };
    started = loaded(deriveSecret("chat"), options);
    canWrite.value = true;
  }

  // Nothing is missed between entering and the next tick.
  watch(selfID, () => void begin(), { immediate: true, flush: "sync" });
  features.onReached(() => void begin(), scope);

  watch(participants, (after, before) => {
    const there = new Set(after.map((participant) => participant.participantID));
    if (before.every((participant) => there.has(participant.participantID)) || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      started?.sync.askAll();
    }, askAfterMs);
  });

  onScopeDispose(() => {
    clearTimeout(timer);
    scope.abort();
  });

  return {
    entries: shallowReadonly(entries),
    hasForgotten: readonly(hasForgotten),
    unread: readonly(unread),
    preview: shallowReadonly(preview),
    /** What is being written. It is kept while the panel is closed. */
    draft,
    isOwn: (entry: ChatEntry) => entry.author === selfID.value && entry.passedOn === null,
    isWaiting: (entry: ChatEntry) => waiting.value.has(entry.key),
    authors,
    hasEarlier: computed(() => entries.value.some(({ isEarlier }) => isEarlier)),
    /** What the chat consists of could not be loaded. */
    hasFailed: readonly(hasFailed),
    canWrite: readonly(canWrite),
    write: (text: string) => void started?.sync.write(text),
    setShown(shown: boolean): void {
      isShown.value = shown;
      unread.value = 0;
      preview.value = null;
      if (shown) void begin();
    },
    dismissPreview: () => void (preview.value = null),
  };
}

/** For the view of the call. */
export const provideChat = (): Chat => provided.provide(createChat());
export const useChat = provided.use;
