// Writes the local state to the own document, in the background. Changes that come during a write
// go together into the next one.
import type { ParticipantConstraints } from "@meetogram/contract";
import { SignallingError, type OwnChanges, type Signalling } from "../signalling/signalling.ts";
import type { Clock } from "../platform/clock.ts";
import type { Seal } from "./sealing/seal.ts";
import { timings } from "./timings.ts";

export interface OwnDocument {
  /** Something has changed. Writes nothing before entering. */
  update(): void;
}

export function createOwnDocument(options: {
  signalling: Signalling;
  seal: Seal;
  clock: Clock;
  hasEntered: () => boolean;
  read: () => { constraints: ParticipantConstraints; name: string };
  signal: AbortSignal;
}): OwnDocument {
  const { signalling, seal, clock, signal } = options;
  let isUpdating = false;
  let isOutdated = false;

  async function update() {
    isOutdated = true;
    if (isUpdating || !options.hasEntered()) return;
    isUpdating = true;
    while (isOutdated && !signal.aborted) {
      isOutdated = false;
      try {
        const { name } = options.read();
        const sealed = name === "" ? null : await seal.sealName(signalling.self.participantID, name);
        if (signal.aborted) break;
        const changes: OwnChanges = { isActive: true, constraints: options.read().constraints, name: sealed };
        await signalling.update(changes);
      } catch (error) {
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
