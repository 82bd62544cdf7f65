// Writes the local state to the own document, in the background. Changes that come during a write
// go together into the next one.
import type { ParticipantConstraints } from "@meetogram/contract";
import { SignallingError, type OwnChanges, type Signalling } from "../signalling/signalling.ts";
import type { Clock } from "../platform/clock.ts";
import type { Seal } from "./sealing/seal.ts";
import { timings } from "./timings.ts";

export interface OwnDocument {
  /** Something has changed. Writes nothing before the person has knocked or entered. */
  update(): void;
}

export function createOwnDocument(options: {
  signalling: Signalling;
  seal: Seal;
  clock: Clock;
  hasEntered: () => boolean;
  /** Null before the person has knocked. */
  hasKnocked: () => boolean | null;
  read: () => { constraints: ParticipantConstraints; name: string };
  /** The server did not let the person enter: a host has to. */
  onHeldBack: () => void;
  signal: AbortSignal;
}): OwnDocument {
  const { signalling, seal, clock, signal } = options;
  let isUpdating = false;
  let isOutdated = false;

  async function update() {
    isOutdated = true;
    if (isUpdating || (!options.hasEntered() && options.hasKnocked() === null)) return;
    isUpdating = true;
    while (isOutdated && !signal.aborted) {
      isOutdated = false;
      try {
        const { name } = options.read();
        const sealed = name === "" ? null : await seal.sealName(signalling.self.participantID, name);
        if (signal.aborted) break;
        const { constraints } = options.read();
        const hasKnocked = options.hasKnocked();
        const step: OwnChanges = options.hasEntered() ? { isActive: true } : { hasKnocked: hasKnocked === true };
        await signalling.update({ ...step, constraints, name: sealed });
      } catch (error) {
        if (error instanceof SignallingError && error.code === "held-back") {
          options.onHeldBack();
          isOutdated = true;
          continue;
        }
        // What is refused now is written when the seat is back. Another change tries again.
        if (error instanceof SignallingError && error.code === "refused") break;
        isOutdated = true;
      }
      await new Promise<void>((resolve) => clock.after(timings.updateEveryMs, resolve));
    }
    isUpdating = false;
  }

  return { update: () => void update() };
}
