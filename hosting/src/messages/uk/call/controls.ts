import type { ControlMessages } from "../../types/call/controls.ts";

export const controls: ControlMessages = {
  short: {
    microphone: "Мікрофон",
    camera: "Камера",
    screen: "Екран",
    react: "Реакція",
    hand: "Рука",
    view: "Вигляд",
    people: "Люди",
    more: "Ще",
    leave: "Вийти",
  },
  microphoneMenu: "Вибрати мікрофон",
  cameraMenu: "Вибрати камеру",
  more: "Ще",
  react: "Реакція",
  raiseHand: "Підняти руку",
  lowerHand: "Опустити руку",
  handRaised: (name) => `${name}: руку піднято`,
  handLowered: "Вашу руку опущено",
  handOf: (place) => `Руку піднято, ${place}-й у черзі`,
  title: (people) => (people === 1 ? "Дзвінок, ви самі · meetogram" : `Дзвінок, учасників: ${people} · meetogram`),
  timeInCall: "Час у дзвінку",
};
