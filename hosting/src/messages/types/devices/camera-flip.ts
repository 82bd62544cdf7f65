// The texts of going over to the other camera.

export interface CameraFlipMessages {
  readonly toBack: string;
  readonly toFront: string;
  /** Where the cameras do not say where they look. */
  readonly toOther: string;
  readonly failed: { readonly title: string; readonly text: string };
}
