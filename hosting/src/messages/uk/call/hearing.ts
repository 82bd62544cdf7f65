import type { HearingMessages } from "../../types/call/hearing.ts";

export const hearing: HearingMessages = {
  yes: "Чує вас",
  no: (name) => `${name}, можливо, не чує вас`,
  blocked: (name) => `${name} не чує вас: там звук заблокував браузер`,
  unheard: "Мікрофон там увімкнено, але звук сюди не доходить",
};
