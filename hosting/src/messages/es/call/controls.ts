import type { ControlMessages } from "../../types/call/controls.ts";

export const controls: ControlMessages = {
  short: {
    microphone: "Micrófono",
    camera: "Cámara",
    screen: "Compartir",
    react: "Reacción",
    hand: "Mano",
    view: "Vista",
    people: "Personas",
    more: "Más",
    leave: "Salir",
  },
  microphoneMenu: "Elegir el micrófono",
  cameraMenu: "Elegir la cámara",
  more: "Más",
  react: "Reaccionar",
  raiseHand: "Levantar la mano",
  lowerHand: "Bajar la mano",
  handRaised: (name) => `${name} ha levantado la mano`,
  handLowered: "Has bajado la mano",
  handOf: (place) => `Mano levantada, número ${place}`,
  title: (people) => (people === 1 ? "Llamada, solo tú · meetogram" : `Llamada de ${people} · meetogram`),
  timeInCall: "Tiempo en la llamada",
};
