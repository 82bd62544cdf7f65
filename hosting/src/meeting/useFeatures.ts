// The features' messages of the visit. They outlive a call that is replaced by another one, as
// after a seat was lost.
import { watch, type Ref } from "vue";
import type { Call, Features } from "../call/call.ts";
import { createListeners } from "../platform/listeners.ts";

export type { FeatureSender, Features, FileChannel } from "../call/call.ts";

export function useFeatures(call: Readonly<Ref<Call | null>>): Features {
  const messages = createListeners<Parameters<Parameters<Features["onMessage"]>[0]>>();
  const reached = createListeners<[string]>();
  watch(
    call,
    (current, _before, onCleanup) => {
      const attached = new AbortController();
      onCleanup(() => attached.abort());
      current?.features.onMessage(messages.emit, attached);
      current?.features.onReached(reached.emit, attached);
    },
    // Nothing may arrive before somebody listens.
    { immediate: true, flush: "sync" },
  );
  return {
    get reachable() {
      return call.value?.features.reachable ?? [];
    },
    send: (message, to) => call.value?.features.send(message, to),
    openFileChannel: (participantID) => call.value?.features.openFileChannel(participantID) ?? null,
    onMessage: messages.add,
    onReached: reached.add,
  };
}
