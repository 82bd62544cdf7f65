// What this page says of its own participant: over the control channels, and in its document.
import { cleanName, type ParticipantConstraints, type ParticipantState } from "@meetogram/contract";
import type { Clock } from "../platform/clock.ts";
import type { Signalling } from "../signalling/signalling.ts";
import { createOwnDocument } from "./own-document.ts";
import type { Seal } from "./sealing/seal.ts";

export interface OwnState {
  readonly hasEntered: boolean;
  read(): ParticipantState;
  /** Something that it names has changed. */
  announce(): void;
  enter(): void;
  knock(isAsking: boolean): void;
  setConstraints(constraints: ParticipantConstraints): void;
  setName(name: string): void;
  setRecording(recording: number | null): void;
}

export function createOwnState(options: {
  signalling: Signalling;
  seal: Seal;
  clock: Clock;
  constraints: ParticipantConstraints;
  name: string;
  isScreenShared: () => boolean;
  /** The server did not let the participant enter. Returns whether a host has meanwhile. */
  onHeldBack: () => boolean;
  /** Tells everybody who is connected. */
  tell: () => void;
  signal: AbortSignal;
}): OwnState {
  const { tell } = options;
  let { constraints } = options;
  let name = cleanName(options.name);
  let hasEntered = false;
  /** Null before the first knock. */
  let hasKnocked: boolean | null = null;
  let recording: number | null = null;

  const shown = () => ({ constraints: { ...constraints, screen: options.isScreenShared() }, name });
  const document = createOwnDocument({
    ...options,
    hasEntered: () => hasEntered,
    hasKnocked: () => hasKnocked,
    onHeldBack() {
      hasEntered = false;
      hasKnocked = true;
      hasEntered = options.onHeldBack();
    },
    read: shown,
  });

  function announce() {
    tell();
    document.update();
  }

  return {
    get hasEntered() {
      return hasEntered;
    },
    read: () => ({ type: "state", hasEntered, ...shown(), ...(recording !== null && { recording }) }),
    announce,
    enter: () => void (hasEntered = true),
    knock(isAsking) {
      if (hasEntered || isAsking === (hasKnocked ?? false)) return;
      hasKnocked = isAsking;
      document.update();
    },
    setConstraints(changed) {
      constraints = changed;
      announce();
    },
    setName(changed) {
      name = cleanName(changed);
      announce();
    },
    setRecording(changed) {
      if (recording === changed) return;
      recording = changed;
      // No document says it: the server need not know.
      tell();
    },
  };
}
