// One sentence about a participant: whether it hears me, or why nothing is heard from it.
// What arrives is known. Why it does not is for the two people to find out.
import type { CallParticipant } from "../../../meeting/useMeeting.ts";
import { isolate, labelOf } from "../../../ui/person-label.ts";
import type { HearingMessages } from "../../../messages/types/call/hearing.ts";
import type { PeopleMessages } from "../../../messages/types/panels/people.ts";

export interface PersonNote {
  readonly tone: "quiet" | "warning";
  readonly text: string;
}

interface Words {
  readonly people: Pick<PeopleMessages, "causes">;
  readonly hearing: HearingMessages;
  readonly call: { readonly connecting: string; readonly silent: string; readonly nameless: string };
}

/** The full name stands above the sentence, so the first part of a long name is enough. */
const shownLength = 24;

function shorten(name: string): string {
  const characters = [...name];
  return characters.length <= shownLength
    ? name
    : `${characters
        .slice(0, shownLength - 1)
        .join("")
        .trimEnd()}…`;
}

/** Null while there is nothing to say. */
export function describePerson(
  person: Pick<CallParticipant, "name" | "nameNumber" | "status" | "cause" | "hearsMe">,
  { people, hearing, call }: Words,
  /** A guess about the local microphone, and what is known of the remote one. */
  { isMicrophoneDead = false, isUnheard = false } = {},
): PersonNote | null {
  const { status, cause, hearsMe } = person;
  if (status === "connecting") return { tone: "quiet", text: call.connecting };
  if (status === "silent") return { tone: "warning", text: cause === null ? call.silent : people.causes[cause] };
  const unheard: PersonNote | null = isUnheard ? { tone: "warning", text: hearing.unheard } : null;
  switch (hearsMe) {
    case "yes":
      return unheard ?? (isMicrophoneDead ? null : { tone: "quiet", text: hearing.yes });
    case "no":
    case "blocked": {
      const label = labelOf({ ...person, name: shorten(person.name) }, call.nameless);
      return { tone: "warning", text: hearing[hearsMe](isolate(label)) };
    }
    case "unknown":
      return unheard;
  }
  return hearsMe satisfies never;
}
