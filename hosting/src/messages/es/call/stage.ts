import type { StageMessages } from "../../types/call/stage.ts";

export const stage: StageMessages = {
  menu: "Vista",
  pin: (name) => `Fijar a ${name}`,
  unpin: "Dejar de fijar",
  showSelf: "Mostrar mi vídeo",
  hideSelf: "Ocultar mi vídeo",
  moveSelf: "Mover mi vídeo: arrástralo o pulsa las flechas",
  audioOnlyShort: "Solo audio",
  audioOnlyOf: "No recibe vídeo, para ahorrar datos",
  picturePaused: "Red débil: por ahora sin imagen",
  pictureStill: "La imagen se ha congelado. Quizá la red es débil",
  ownPaused: "Red débil: solo audio",
  ownPausedForSome: "Solo audio para algunos",
};
