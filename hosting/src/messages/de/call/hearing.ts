import type { HearingMessages } from "../../types/call/hearing.ts";

export const hearing: HearingMessages = {
  yes: "Hört Sie",
  no: (name) => `${name} hört Sie vielleicht nicht`,
  blocked: (name) => `${name} hört Sie nicht: Der Ton ist dort blockiert`,
  unheard: "Das Mikrofon dort ist an, aber hier kommt kein Ton an",
};
