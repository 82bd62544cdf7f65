// The texts of the stage: what is shown large, and how the person sees itself.

export interface StageMessages {
  readonly menu: string;
  readonly view: string;
  readonly views: Readonly<Record<"grid" | "speaker", string>>;
  readonly pin: (name: string) => string;
  readonly unpin: string;
  readonly showSelf: string;
  readonly hideSelf: string;
  readonly moveSelf: string;
  readonly mirrorSelf: string;
  readonly audioOnly: string;
  readonly audioOnlyHint: string;
  /** On the tile of somebody else, and its explanation. */
  readonly audioOnlyShort: string;
  readonly audioOnlyOf: string;
  /** On the tile of somebody whose picture is not sent, or stands still; and on the own tile. */
  readonly picturePaused: string;
  readonly pictureStill: string;
  readonly ownPaused: string;
  readonly ownPausedForSome: string;
  readonly fullScreen: string;
  readonly float: string;
  readonly floating: string;
  readonly zoom: string;
  readonly zoomBack: string;
}
