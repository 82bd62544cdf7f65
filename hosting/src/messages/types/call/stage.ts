// The texts of the stage: the tiles, and how the person sees itself.

export interface StageMessages {
  readonly menu: string;
  readonly pin: (name: string) => string;
  readonly unpin: string;
  readonly showSelf: string;
  readonly hideSelf: string;
  readonly moveSelf: string;
  /** On the tile of somebody else, and its explanation. */
  readonly audioOnlyShort: string;
  readonly audioOnlyOf: string;
  /** On the tile of somebody whose picture is not sent, or stands still; and on the own tile. */
  readonly picturePaused: string;
  readonly pictureStill: string;
  readonly ownPaused: string;
  readonly ownPausedForSome: string;
}
