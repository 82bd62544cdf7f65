import type { RecentMessages } from "../../types/start/recent.ts";

export const recent: RecentMessages = {
  heading: "Salas recientes",
  remember: "Recordar las salas en este navegador",
  rememberHint:
    "Sus enlaces y tu papel de anfitrión se quedan aquí hasta que la sala caduque. Quien use este navegador puede abrirlas.",
  refused:
    "Este navegador no guarda nada para este sitio o no le queda espacio. Permite que el sitio guarde datos o conserva tú el enlace.",
  empty: "Aún no hay ninguna. La próxima sala en la que estés aparecerá aquí.",
  room: (part, when) => `Sala ${part}, ${when}`,
  host: "Eres anfitrión",
  forget: "Olvidar",
  forgetRoom: (part) => `Olvidar la sala ${part}`,
  forgetAll: "Olvidar todas",
};
