import type { ControlMessages } from "../../types/call/controls.ts";

export const controls: ControlMessages = {
  short: {
    microphone: "Микрофон",
    camera: "Камера",
    screen: "Экран",
    react: "Реакция",
    hand: "Рука",
    view: "Вид",
    people: "Люди",
    more: "Ещё",
    leave: "Выйти",
  },
  microphoneMenu: "Выбрать микрофон",
  cameraMenu: "Выбрать камеру",
  more: "Ещё",
  react: "Реакция",
  raiseHand: "Поднять руку",
  lowerHand: "Опустить руку",
  handRaised: (name) => `${name}: рука поднята`,
  handLowered: "Ваша рука опущена",
  handOf: (place) => `Рука поднята, ${place}-й в очереди`,
  title: (people) => (people === 1 ? "Звонок, вы одни · meetogram" : `Звонок, участников: ${people} · meetogram`),
  timeInCall: "Время в звонке",
};
