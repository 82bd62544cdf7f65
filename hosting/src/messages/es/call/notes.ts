import type { notes as english } from "../../en/call/notes.ts";

export const notes: typeof english = {
  locked: "La sala está cerrada: nadie nuevo puede entrar.",
  soundOn: "Activar el sonido",
  soundRefused: "El navegador ha bloqueado el sonido.",
  newcomers: (names) =>
    `Han entrado después de que comparases el código de seguridad: ${names}. Para los demás no ha cambiado nada.`,
  compare: "Comparar",
  notNow: "Ahora no",
  signallingLost: "El servidor no responde. La llamada sigue. Podrán entrar personas nuevas cuando vuelva.",
  seatLost:
    "Se ha perdido la conexión con la sala. La llamada sigue, y esta página continúa pidiendo tu plaza. Hasta entonces nadie nuevo puede llegar a ti.",
  askForSeat: "Pedir ahora",
  sharing: "Todos aquí ven tu pantalla.",
  stopShort: "Parar",
  mutedSpeech: "Tu micrófono está desactivado. Si estás hablando, nadie te oye.",
};
