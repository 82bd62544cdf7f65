import type { CameraFlipMessages } from "../../types/devices/camera-flip.ts";

export const cameraFlip: CameraFlipMessages = {
  toBack: "Cambiar a la cámara trasera",
  toFront: "Cambiar a la cámara delantera",
  toOther: "Cambiar a la otra cámara",
  failed: {
    title: "La otra cámara no se ha iniciado",
    text: "Los demás te siguen viendo por esta. Quizá otra aplicación usa la otra cámara: ciérrala y vuelve a intentarlo.",
  },
};
