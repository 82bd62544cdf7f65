// Whether the microphone seems to be dead: on, and giving zeros only. A guess, because some
// headsets give zeros whenever nobody speaks.

export interface DeadMicrophone {
  readonly hasSounded: boolean;
  /** Readings in a row with zeros only, about 2 s each. */
  readonly deadReadings: number;
}

export const unheardMicrophone: DeadMicrophone = { hasSounded: false, deadReadings: 0 };

const readingsFromStart = 5;
/** A pause of the speaker may last. */
const readingsAfterSound = 15;

export function readMicrophone(before: DeadMicrophone, isDead: boolean): DeadMicrophone {
  return isDead ? { ...before, deadReadings: before.deadReadings + 1 } : { hasSounded: true, deadReadings: 0 };
}

export function seemsDead({ hasSounded, deadReadings }: DeadMicrophone): boolean {
  return deadReadings >= (hasSounded ? readingsAfterSound : readingsFromStart);
}
