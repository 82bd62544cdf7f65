// The chat of one call as refs. It listens from the moment the call is shown, also while its panel
// is closed, and forgets everything with the call.
import { computed, onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from "vue";
import { onceAFrame } from "../../../browser/once-a-frame.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { createProvided } from "../../../ui/provided.ts";
import { createChatLog, type ChatEntry } from "./chat-log.ts";
import { createChatSync, type ChatSync } from "./chat-sync.ts";
import { markOf } from "./own-mark.ts";
import { useAuthors } from "./useAuthors.ts";

export type Chat = ReturnType<typeof createChat>;
const provided = createProvided<Chat>("chat");

/** Those who leave together are asked about once. */
const askAfterMs = 2_000;

function createChat() {
  const { features, selfID, participants, deriveSecret } = useMeeting();
  const scope = new AbortController();
  const log = createChatLog(Date.now);
  const entries = shallowRef<readonly ChatEntry[]>([]);
  const waiting = shallowRef<ReadonlySet<string>>(new Set());
  const hasForgotten = ref(false);
  const unread = ref(0);
  /** The latest message that has come while the panel was closed. */
  const preview = shallowRef<ChatEntry | null>(null);
  const isShown = ref(false);
  const draft = ref("");
  const authors = useAuthors(entries);
  let sync: ChatSync | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = onceAFrame(
    () => {
      entries.value = log.entries;
      hasForgotten.value = log.hasForgotten;
      waiting.value = new Set(sync?.waiting);
    },
    { signal: scope.signal },
  );

  function handleNew(entry: ChatEntry, isMissed: boolean): void {
    if (isShown.value || entry.author === selfID.value) return;
    unread.value += 1;
    if (!isMissed) preview.value = entry;
  }

  function start(participantID: string): void {
    if (participantID === "" || sync !== null) return;
    const secret = deriveSecret("chat");
    sync = createChatSync({
      features,
      participantID,
      log,
      now: Date.now,
      mark: async (content) => markOf(await secret, content),
      nameOf: authors.nameOf,
      onChange: show,
      onNew: handleNew,
      signal: scope.signal,
    });
  }

  // At once, so that nothing is missed between entering and the next tick.
  watch(selfID, start, { immediate: true, flush: "sync" });

  watch(participants, (after, before) => {
    const there = new Set(after.map((participant) => participant.participantID));
    if (before.every((participant) => there.has(participant.participantID)) || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      sync?.askAll();
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
    /** False while the page is still on its way into the room. */
    canWrite: computed(() => selfID.value !== ""),
    write: (text: string) => void sync?.write(text),
    setShown(shown: boolean): void {
      isShown.value = shown;
      unread.value = 0;
      preview.value = null;
    },
    dismissPreview: () => void (preview.value = null),
  };
}

/** For the view of the call. */
export const provideChat = (): Chat => provided.provide(createChat());
export const useChat = provided.use;
