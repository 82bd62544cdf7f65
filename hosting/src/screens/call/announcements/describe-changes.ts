// What a screen reader reads aloud when the others in a call change. Pure.
import type { CallParticipant } from "../../../meeting/useMeeting.ts";
import type { Messages } from "../../../messages/en/room.ts";
import { isolate, labelOf } from "../../../ui/person-label.ts";
import { compareParticipants } from "./compare-participants.ts";

export type Announced = Pick<CallParticipant, "participantID" | "name" | "nameNumber" | "constraints" | "status">;

/** One sentence for each change, in the order of their weight. */
export function describeChanges(
  before: readonly Announced[],
  after: readonly Announced[],
  { call, announcements }: Pick<Messages, "call" | "announcements">,
): string[] {
  const nameOf = (person: Announced) => isolate(labelOf(person, call.nameless));
  const { joined, left } = compareParticipants(before, after);

  function describe(person: Announced): string[] {
    const earlier = before.find(({ participantID }) => participantID === person.participantID);
    // Until somebody is connected, nobody knows what is on.
    if (earlier?.status !== "connected" || person.status !== "connected") return [];
    const sentences: string[] = [];
    for (const kind of ["screen", "audio"] as const) {
      const isOn = person.constraints[kind];
      if (isOn !== earlier.constraints[kind]) sentences.push(announcements[kind](nameOf(person), isOn));
    }
    return sentences;
  }

  return [
    ...joined.map((person) => call.joined(nameOf(person))),
    ...left.map((person) => call.left(nameOf(person))),
    ...after.flatMap(describe),
  ];
}
