import type { HearingMessages } from "../../types/call/hearing.ts";

export const hearing: HearingMessages = {
  yes: "Te oye",
  no: (name) => `Quizá ${name} no te oye`,
  blocked: (name) => `${name} no te oye: allí el sonido está bloqueado`,
  unheard: "Su micrófono está activado, pero aquí no llega sonido",
};
