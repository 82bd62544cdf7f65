import type { CameraFlipMessages } from "../../types/devices/camera-flip.ts";

export const cameraFlip: CameraFlipMessages = {
  toBack: "Switch to the back camera",
  toFront: "Switch to the front camera",
  toOther: "Switch to the other camera",
  failed: {
    title: "The other camera did not open",
    text: "Others still see you through this one. Perhaps another app holds the other camera: close it and try again.",
  },
};
