// When the page requests the camera and the microphone: at once where the browser asks nobody,
// otherwise when the room has answered. So nobody is asked for a room that they cannot enter.
import { systemClock, type Clock } from "../../platform/clock.ts";

/** A slow server does not hold the preview for longer. */
const answerWaitMs = 1_500;

/** Null where the browser does not tell: it may ask. */
type Permissions = readonly Promise<PermissionState | null>[];

/** `answered`: there is a seat, or the person has to do something for one. */
export async function whenToAsk(
  permissions: Permissions,
  answered: Promise<void>,
  clock: Clock = systemClock,
): Promise<void> {
  const waited = new Promise<void>((resolve) => clock.after(answerWaitMs, resolve));
  const held = Promise.race([answered, waited]);
  const asksNobody = Promise.all(permissions).then((known) =>
    known.every((permission) => permission === "granted" || permission === "denied") ? undefined : held,
  );
  await Promise.race([held, asksNobody]);
}
