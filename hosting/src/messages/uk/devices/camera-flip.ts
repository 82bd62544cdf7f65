import type { CameraFlipMessages } from "../../types/devices/camera-flip.ts";

export const cameraFlip: CameraFlipMessages = {
  toBack: "Увімкнути задню камеру",
  toFront: "Увімкнути передню камеру",
  toOther: "Увімкнути іншу камеру",
  failed: {
    title: "Інша камера не ввімкнулася",
    text: "Вас і далі видно через цю. Можливо, іншу займає ще один застосунок: закрийте його і спробуйте знову.",
  },
};
