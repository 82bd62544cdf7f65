import type { RequestMessages } from "../../types/call/requests.ts";

export const requests: RequestMessages = {
  mute: "Выключить микрофон",
  muteAll: "Выключить всем микрофоны",
  askToSpeak: "Попросить высказаться",
  lowerHand: "Опустить руку",
  muted: (host) => `${host}: ваш микрофон выключен. Вы можете включить его снова.`,
  speak: (host) => `${host} просит вас высказаться.`,
  turnOn: "Включить микрофон",
  notNow: "Не сейчас",
};
