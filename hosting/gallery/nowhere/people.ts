// People who are nowhere, as the call shows them.
import type { CallParticipant } from "../../src/call/call.ts";
import { streamOf } from "./pictures.ts";

export interface TestPerson {
  readonly name: string;
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly isSpeaking?: boolean;
  readonly recording?: number;
  readonly hasVideo?: boolean;
  readonly isMuted?: boolean;
  /** A tone beside the picture. */
  readonly hasAudio?: boolean;
  readonly screen?: { readonly width: number; readonly height: number };
  readonly status?: CallParticipant["status"];
  readonly cause?: CallParticipant["cause"];
  readonly hearsMe?: CallParticipant["hearsMe"];
  readonly paused?: CallParticipant["paused"];
}

export const idOf = (name: string): string => name.toLowerCase();

export function participantOf(person: TestPerson): CallParticipant {
  const { name, screen, hasVideo = true, isMuted = false, isSpeaking = false, recording = null } = person;
  return {
    participantID: idOf(name),
    name,
    nameNumber: 1,
    constraints: { audio: !isMuted, video: hasVideo, screen: screen !== undefined },
    status: person.status ?? "connected",
    cause: person.cause ?? null,
    stream: streamOf(name, person, person.hasAudio),
    screen: screen === undefined ? null : streamOf(`${name}'s screen`, screen),
    isSpeaking,
    recording,
    hearsMe: person.hearsMe ?? "yes",
    paused: person.paused ?? { theirs: false, own: false },
    stats: null,
  };
}

const names = ["Anna", "Boris", "Clara", "Dmitri", "Elena", "Fedor", "Galina", "Hugo"];

/** People with pictures of 16:9. */
export function crowd(count: number, changes: Readonly<Record<number, Partial<TestPerson>>> = {}): TestPerson[] {
  return names.slice(0, count).map((name, index) => ({ name, width: 320, height: 180, ...changes[index] }));
}
