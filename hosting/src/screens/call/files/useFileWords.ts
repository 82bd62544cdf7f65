// How a file and the person at its other end are called.
import { computed } from "vue";
import { useLanguage } from "../../../messages/useLanguage.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import { labelOf } from "../../../ui/person-label.ts";
import { createFileWords } from "./file-words.ts";

export function useFileWords() {
  const { language, messages, restMessages } = useLanguage();
  const { participants } = useMeeting();
  const format = computed(() => createFileWords(language.value));
  return {
    words: computed(() => restMessages.value.transfers),
    format,
    nameOf(participantID: string): string {
      const person = participants.value.find((other) => other.participantID === participantID);
      return person === undefined
        ? restMessages.value.transfers.somebody
        : labelOf(person, messages.value.call.nameless);
    },
  };
}
