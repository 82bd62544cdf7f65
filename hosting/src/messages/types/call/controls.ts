// The texts of the bar below the call, and of raised hands.

export interface ControlMessages {
  /** Below the icons, where there is room. */
  readonly short: Readonly<
    Record<"microphone" | "camera" | "screen" | "react" | "hand" | "view" | "people" | "more" | "leave", string>
  >;
  readonly microphoneMenu: string;
  readonly cameraMenu: string;
  readonly more: string;
  readonly react: string;
  readonly raiseHand: string;
  readonly lowerHand: string;
  readonly handRaised: (name: string) => string;
  readonly handLowered: string;
  /** Of a raised hand, with its place in the queue. */
  readonly handOf: (place: number) => string;
  /** Of the browser's tab. */
  readonly title: (people: number) => string;
  readonly timeInCall: string;
}
