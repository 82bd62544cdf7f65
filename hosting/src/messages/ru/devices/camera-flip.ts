import type { CameraFlipMessages } from "../../types/devices/camera-flip.ts";

export const cameraFlip: CameraFlipMessages = {
  toBack: "Включить заднюю камеру",
  toFront: "Включить переднюю камеру",
  toOther: "Включить другую камеру",
  failed: {
    title: "Другая камера не включилась",
    text: "Вас по-прежнему видно через эту. Возможно, другую держит ещё одно приложение: закройте его и попробуйте снова.",
  },
};
