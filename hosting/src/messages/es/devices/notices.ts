import type { MediaNoticeMessages } from "../../types/devices/notices.ts";

export const mediaNotices: MediaNoticeMessages = {
  unanswered: "El navegador espera tu respuesta",
  unansweredHow: {
    both: "Busca la pregunta junto a la dirección y pulsa «Permitir». Hasta entonces nadie te ve ni te oye. Si no hay pregunta, recarga la página.",
    camera:
      "Busca la pregunta junto a la dirección y pulsa «Permitir». Hasta entonces nadie te ve. Si no hay pregunta, recarga la página.",
    microphone:
      "Busca la pregunta junto a la dirección y pulsa «Permitir». Hasta entonces nadie te oye. Si no hay pregunta, recarga la página.",
  },
  slow: {
    camera: "La cámara tarda en iniciarse. Quizá el sistema te pregunta algo o la usa otro programa.",
    microphone: "El micrófono tarda en iniciarse. Quizá el sistema te pregunta algo o lo usa otro programa.",
  },
  blocked: {
    both: "El sistema bloquea la cámara y el micrófono",
    camera: "El sistema bloquea la cámara",
    microphone: "El sistema bloquea el micrófono",
  },
  blockedHow: "Permite el acceso a este navegador en los ajustes del sistema, en privacidad, y vuelve a pedirlo.",
  muted: {
    camera: "El sistema o el navegador ha apagado tu cámara",
    microphone: "El sistema o el navegador ha silenciado tu micrófono",
  },
  mutedHow: {
    camera:
      "Nadie te ve. Revisa la tapa, la tecla de cámara del teclado, otros programas y el botón del navegador. Después vuelve por sí sola.",
    microphone:
      "Nadie te oye. Revisa la tecla de silencio del teclado, el interruptor de los auriculares, una llamada de teléfono y el botón del navegador. Después vuelve por sí solo.",
  },
  openAgain: "Activar de nuevo",
  replaced: {
    camera: (name) => `Tu cámara habitual no está conectada. Se usa ${name}.`,
    microphone: (name) => `Tu micrófono habitual no está conectado. Se usa ${name}.`,
  },
  returned: (name) => `Este dispositivo ha vuelto: ${name}.`,
  useReturned: "Usarlo",
  silent: "Parece que tu micrófono no da sonido",
  silentHow:
    "Está activado, pero no llega ni ruido. Quizá su interruptor está apagado o hablas a otro micrófono. Si los demás te oyen, todo va bien.",
  blur: "Desenfocar mi fondo",
  blurOfSystem: (isOn) =>
    isOn
      ? "El sistema desenfoca tu fondo. Puedes cambiarlo en sus ajustes."
      : "Puedes desenfocar tu fondo en los ajustes del sistema.",
  blurRefused: (isOn) => (isOn ? "Tu fondo sigue desenfocado" : "Tu fondo no está desenfocado"),
  blurRefusedHow: "La cámara no ha aceptado el cambio. Busca los efectos de cámara en los ajustes del sistema.",
};
