// What a recording shows and plays: whose picture, under which name, and whose sound.
import type { CallParticipant } from "../../../meeting/useMeeting.ts";
import { initialsOf } from "../../../ui/person-label.ts";
import { screenKey } from "../stage/views/useStageView.ts";

export interface ScenePicture {
  readonly key: string;
  readonly label: string;
  /** Shown without a picture. */
  readonly initials: string;
  readonly hue: number;
  readonly stream: MediaStream;
  readonly hasVideo: boolean;
  readonly isScreen: boolean;
  readonly isSpeaking: boolean;
}

export interface Scene {
  readonly pictures: readonly ScenePicture[];
  /** The streams whose audio is heard. */
  readonly voices: readonly MediaStream[];
}

export interface OwnPart {
  readonly participantID: string;
  readonly label: string;
  readonly stream: MediaStream;
  readonly hasVideo: boolean;
  readonly screen: MediaStream | null;
}

export interface SceneParts {
  readonly participants: readonly CallParticipant[];
  /** Those whose pages show the recording. Nobody else is in it. */
  readonly told: ReadonlySet<string>;
  readonly own: OwnPart;
  readonly labelOf: (participant: CallParticipant) => string;
  readonly screenLabelOf: (name: string) => string;
  readonly hueOf: (participantID: string) => number;
}

export function createScene(parts: SceneParts): Scene {
  const { told, own, labelOf, screenLabelOf, hueOf } = parts;
  const people = parts.participants.filter(({ participantID }) => told.has(participantID));
  const others = people.map((person) => ({
    participantID: person.participantID,
    label: labelOf(person),
    stream: person.stream,
    hasVideo: person.constraints.video && person.status === "connected" && !person.paused.theirs,
    screen: person.screen,
    isSpeaking: person.isSpeaking,
  }));
  const everybody = [...others, { ...own, isSpeaking: false }];
  const pictures = everybody.map(({ participantID, label, stream, hasVideo, isSpeaking }) => ({
    key: participantID,
    label,
    initials: initialsOf(label),
    hue: hueOf(participantID),
    stream,
    hasVideo,
    isScreen: false,
    isSpeaking,
  }));
  const screens = everybody.flatMap(({ participantID, label, screen }) => {
    if (screen === null) return [];
    const picture = { key: screenKey(participantID), label: screenLabelOf(label), initials: "", hue: 0 };
    return [{ ...picture, stream: screen, hasVideo: true, isScreen: true, isSpeaking: false }];
  });
  const voices = everybody.flatMap(({ stream, screen }) => (screen === null ? [stream] : [stream, screen]));
  return { pictures: [...screens, ...pictures], voices };
}
