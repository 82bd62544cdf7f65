import type { WaitingRoomMessages } from "../types/waiting-room.ts";
import { count } from "./count.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Pedir entrar",
  asking: "Pidiendo entrar…",
  asked: "Hemos avisado al anfitrión. Entrarás en cuanto te admita. Hasta entonces nadie te ve ni te oye aquí.",
  hostAway: "Quizá el anfitrión no está en la llamada ahora. Sigues en la cola.",
  cancel: "Cancelar",
  wouldLikeToComeIn: (name) => `${name} quiere entrar`,
  manyWouldLikeToComeIn: (number) => count(number, "persona quiere entrar", "personas quieren entrar"),
  note: "Sala de espera",
  admit: "Admitir",
  admitAll: "Admitir a todos",
  refuse: "Rechazar",
  admitPerson: (name) => `Admitir a ${name}`,
  refusePerson: (name) => `Rechazar a ${name}`,
  look: "Ver quién es",
  asks: "Pide entrar",
  switchLabel: "Sala de espera",
  switchHint: "Las personas nuevas entran cuando las admites.",
  switchOffHint: "Las personas nuevas entran cuando las admites. Si la desactivas, entran todas las que esperan.",
  deadEnds: {
    refused: {
      status: "No admitido",
      title: "El anfitrión no te ha dejado entrar",
      text: "Puedes volver a pedirlo en un minuto; después de un segundo rechazo, más tarde. Es más rápido escribir al anfitrión.",
      action: "Pedir de nuevo",
    },
  },
};
