// The texts of the page after a call: how long it was, what is left of it, how it went.

export interface EndingMessages {
  /** The call took so many minutes. 0: less than one. */
  readonly duration: (minutes: number) => string;
  readonly stored: { readonly open: string; readonly loading: string; readonly nothing: string };
  readonly erase: {
    readonly label: string;
    readonly question: string;
    readonly confirm: string;
    readonly erasing: string;
    readonly cancel: string;
  };
  readonly rating: {
    readonly question: string;
    readonly good: string;
    readonly bad: string;
    readonly glad: string;
    readonly sorry: string;
    readonly copy: string;
    readonly copied: string;
  };
}
