// The names of participants as one phrase: "Ann, Ben and Guest".
import { computed } from "vue";
import { useLanguage } from "../../messages/useLanguage.ts";
import { useMeeting } from "../../meeting/useMeeting.ts";
import { isolate, labelOf } from "../../ui/person-label.ts";

export function useNames() {
  const { language, messages } = useLanguage();
  const { participants } = useMeeting();
  /** Made for the first two names: it reads data for tens of milliseconds. */
  const format = computed(() => new Intl.ListFormat(language.value, { type: "conjunction" }));
  return {
    /** Without those who are not shown any more. */
    listNames(participantIDs: readonly string[]): string {
      const shown = participants.value.filter(({ participantID }) => participantIDs.includes(participantID));
      const names = shown.map((person) => isolate(labelOf(person, messages.value.call.nameless)));
      return names.length < 2 ? names.join() : format.value.format(names);
    },
  };
}
