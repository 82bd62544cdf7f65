// What a screen reader says of files: who offers what, what has arrived, what did not. Offers that
// come together are one sentence.
import { onScopeDispose, readonly, ref, watch } from "vue";
import { isolate } from "../../../ui/person-label.ts";
import { isOver, type Transfer } from "./transfer/transfer.ts";
import { useFiles } from "./useFiles.ts";
import { useFileWords } from "./useFileWords.ts";

/** Files that are chosen together come within this time. */
const togetherMs = 500;

export function useFileAnnouncements() {
  const { list } = useFiles();
  const { words, format, nameOf } = useFileWords();
  const announcement = ref("");
  let told: readonly Transfer[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellOffers(offers: readonly Transfer[]): string[] {
    const senders = [...new Set(offers.map(({ participantID }) => participantID))];
    return senders.map((id) => {
      const [first, ...more] = offers.filter(({ participantID }) => participantID === id);
      const name = isolate(nameOf(id));
      if (first === undefined || more.length > 0) return words.value.offersMany(name, more.length + 1);
      return words.value.offers(name, isolate(first.name), format.value.size(first.size));
    });
  }

  function tellEnd({ isByOther, isIncoming, name: file, participantID, state }: Transfer): string {
    const name = isolate(nameOf(participantID));
    if (state === "done") return words.value[isIncoming ? "announceArrived" : "announceTaken"](isolate(file), name);
    if (state === "failed" || (state === "cancelled" && isByOther))
      return words.value.announceFailed(isolate(file), name);
    // What a person has done here needs no words.
    return state === "refused" && !isIncoming ? words.value.announceRefused(isolate(file), name) : "";
  }

  function tell(): void {
    timer = undefined;
    const before = new Map(told.map((transfer) => [transfer.key, transfer]));
    told = list.value;
    const offers = told.filter(({ isIncoming, key, state }) => isIncoming && state === "offered" && !before.has(key));
    const ends = told.filter((transfer) => isOver(transfer) && before.get(transfer.key)?.state !== transfer.state);
    const sentences = [...tellOffers(offers), ...ends.map(tellEnd)].filter((sentence) => sentence !== "");
    if (sentences.length > 0) announcement.value = sentences.join(". ");
  }

  watch(list, () => (timer ??= setTimeout(tell, togetherMs)));
  onScopeDispose(() => clearTimeout(timer));
  return readonly(announcement);
}
