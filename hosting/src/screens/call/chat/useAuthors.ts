// How the authors of messages are called, with the numbers of their tiles. Names of those who have
// left are kept while their messages are shown.
import { shallowRef, watch, type Ref } from "vue";
import { useLanguage } from "../../../messages/useLanguage.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { labelOf } from "../../../ui/person-label.ts";
import type { ChatEntry } from "./chat-log.ts";

interface Author {
  readonly name: string;
  readonly nameNumber: number;
}

export function useAuthors(entries: Readonly<Ref<readonly ChatEntry[]>>) {
  const { messages } = useLanguage();
  const { name, selfID: participantID, participants } = useMeeting();
  const known = shallowRef<ReadonlyMap<string, Author>>(new Map());

  watch(
    participants,
    (present) => {
      const shown = new Set(entries.value.flatMap(({ author, passedOn }) => [author, passedOn?.by ?? author]));
      const kept = [...known.value].filter(([id]) => shown.has(id));
      const there = present.map((person) => [person.participantID, person] as const);
      known.value = new Map<string, Author>([...kept, ...there]);
    },
    { immediate: true },
  );

  function labelFor(id: string, otherwise = ""): string {
    const { you, nameless } = messages.value.call;
    if (id === participantID.value) return you;
    return labelOf(known.value.get(id) ?? { name: otherwise, nameNumber: 1 }, nameless);
  }

  return {
    /** Without a number. Empty when unknown. */
    nameOf: (id: string): string => (id === participantID.value ? name.value : known.value.get(id)?.name) ?? "",
    labelOf: ({ author, passedOn }: ChatEntry): string => labelFor(author, passedOn?.name),
    /** In words; empty for what came from its author. */
    passedOnWords: ({ passedOn }: ChatEntry): string =>
      passedOn === null ? "" : messages.value.chat.passedOn(labelFor(passedOn.by)),
  };
}
