import type { WaitingRoomMessages } from "../../types/lobby/waiting-room.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Pedir entrar",
  asking: "Pidiendo entrar…",
  asked: "Hemos avisado al anfitrión. Entrarás en cuanto te admita. Hasta entonces nadie te ve ni te oye aquí.",
  hostAway: "Quizá el anfitrión no está en la llamada ahora. Sigues en la cola.",
  cancel: "Cancelar",
};
