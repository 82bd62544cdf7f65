import type { BeforeCallMessages } from "../../types/lobby/before-call.ts";

export const beforeCall: BeforeCallMessages = {
  willAsk: {
    both: "El navegador te pedirá la cámara y el micrófono. Nadie te ve ni te oye hasta que te conectes.",
    camera: "El navegador te pedirá la cámara. Nadie te ve hasta que te conectes.",
    microphone: "El navegador te pedirá el micrófono. Nadie te oye hasta que te conectes.",
  },
  noPicture: {
    denied: "El navegador bloquea la cámara",
    blocked: "El sistema bloquea la cámara",
    dismissed: "La cámara aún no tiene permiso",
    missing: "No se encuentra ninguna cámara",
    "in-use": "Otro programa usa la cámara",
    unsupported: "Este navegador no da cámara a las páginas",
    unknown: "La cámara no se ha iniciado",
    muted: "El sistema o el navegador no da imagen de la cámara",
  },
  insideNamed: (names) => `En la sala: ${names}`,
  more: (count) => `${count} más`,
  takingSeat: "Ocupando tu sitio…",
  connectedTo: (connected, all) => `conexión con ${connected} de ${all}`,
  othersSee: (name) => `Los demás verán: ${name}`,
  cameraOn: "cámara encendida",
  cameraOff: "cámara apagada",
  microphoneOn: "micrófono activado",
  microphoneOff: "micrófono desactivado",
  didYouHear: "Han sonado dos notas. ¿No se oyen? Elige otro altavoz o sube el volumen.",
};
