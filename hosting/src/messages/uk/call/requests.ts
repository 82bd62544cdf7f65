import type { RequestMessages } from "../../types/call/requests.ts";

export const requests: RequestMessages = {
  mute: "Вимкнути мікрофон",
  muteAll: "Вимкнути всім мікрофони",
  askToSpeak: "Попросити висловитися",
  lowerHand: "Опустити руку",
  muted: (host) => `${host}: ваш мікрофон вимкнено. Ви можете увімкнути його знову.`,
  speak: (host) => `${host} просить вас висловитися.`,
  turnOn: "Увімкнути мікрофон",
  notNow: "Не зараз",
};
