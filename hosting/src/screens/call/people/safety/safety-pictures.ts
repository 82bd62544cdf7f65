// A safety code's emoji with their names. People read the names aloud to each other, because every
// system draws emoji differently.
import type { SafetyPictureNames } from "../../../../messages/en/panels/safety-pictures.ts";

interface Picture {
  readonly emoji: string;
  readonly number: number;
}

export interface NamedPicture {
  readonly picture: string;
  /** Two digits, for a device that cannot draw the picture. */
  readonly digits: string;
  readonly name: string;
}

/** An emoji without a name is its own name. */
export function nameSafetyPictures(pictures: readonly Picture[], names: SafetyPictureNames): NamedPicture[] {
  const nameOf = new Map(Object.entries(names));
  return pictures.map(({ emoji, number }) => ({
    picture: emoji,
    digits: String(number).padStart(2, "0"),
    name: nameOf.get(emoji) ?? emoji,
  }));
}
