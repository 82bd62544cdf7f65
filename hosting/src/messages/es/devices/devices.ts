import type { devices as english } from "../../en/devices/devices.ts";

export const devices: typeof english = {
  heading: "Dispositivos",
  camera: "Cámara",
  microphone: "Micrófono",
  speaker: "Altavoz",
  unnamedSpeaker: (number) => `Altavoz ${number}`,
  speakerGone: "Tu altavoz habitual no está conectado. Oyes a los demás por el del sistema.",
  testSpeaker: "Probar el sonido",
  unnamedCamera: (number) => `Cámara ${number}`,
  unnamedMicrophone: (number) => `Micrófono ${number}`,
  none: "No hay ninguno",
  more: "Más opciones",
  sound: "Sonido",
  echoCancellation: "Quitar el eco",
  noiseSuppression: "Quitar el ruido",
  autoGainControl: "Igualar el volumen",
  hideAddress: "Ocultar mi dirección IP",
  hideAddressHint:
    "La llamada pasa por el retransmisor del servidor, un poco más lenta. Quienes ya están en la sala quizá han visto tu dirección. Desde tu próxima visita no la verá nadie.",
  close: "Cerrar",
};
