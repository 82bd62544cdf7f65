// The names of participants as one phrase: "Ann, Ben and Guest".
import { useLanguage } from "../../messages/useLanguage.ts";
import { useMeeting } from "../../meeting/useMeeting.ts";
import { listNames } from "../../ui/name-list.ts";
import { isolate, labelOf } from "../../ui/person-label.ts";

export function useNames() {
  const { language, messages } = useLanguage();
  const { participants } = useMeeting();
  return {
    /** Without those who are not shown any more. */
    listNames(participantIDs: readonly string[]): string {
      const shown = participants.value.filter(({ participantID }) => participantIDs.includes(participantID));
      const names = shown.map((person) => isolate(labelOf(person, messages.value.call.nameless)));
      return listNames(names, language.value);
    },
  };
}
