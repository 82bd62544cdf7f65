import type { CameraFlipMessages } from "../../types/devices/camera-flip.ts";

export const cameraFlip: CameraFlipMessages = {
  toBack: "Zur hinteren Kamera wechseln",
  toFront: "Zur vorderen Kamera wechseln",
  toOther: "Zur anderen Kamera wechseln",
  failed: {
    title: "Die andere Kamera ist nicht gestartet",
    text: "Andere sehen Sie weiter über diese. Vielleicht nutzt eine andere App die zweite Kamera: Schließen Sie sie und versuchen Sie es erneut.",
  },
};
