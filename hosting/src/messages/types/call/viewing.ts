// What is shown large, and how: the menu, the small window, a shared screen.

export interface ViewingMessages {
  readonly view: string;
  readonly views: Readonly<Record<"grid" | "speaker", string>>;
  readonly mirrorSelf: string;
  readonly audioOnly: string;
  readonly audioOnlyHint: string;
  readonly fullScreen: string;
  readonly float: string;
  readonly floating: string;
  readonly zoom: string;
  readonly zoomBack: string;
}
