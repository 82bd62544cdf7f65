import type { PageMessages } from "../en/page.ts";
import { start } from "./start.ts";
import { theme } from "./theme.ts";

export const page: PageMessages = {
  titles: { start: "meetogram: videollamadas gratis", lobby: "¿Todo listo? · meetogram" },
  language: {
    label: "Idioma",
    failed: (name) => `«${name}» no se ha cargado. Revisa la red y elige el idioma de nuevo.`,
  },
  start: { ...start, creating: "Abriendo una sala…", proving: "Comprobando tu navegador…" },
  theme,
  popups: {
    retry: "Reintentar",
    close: "Cerrar",
    network: { title: "No tienes conexión", text: "Vuelve a intentarlo cuando tengas red." },
    "no-answer": {
      title: "La solicitud no ha llegado",
      text: "Quizá la bloquea una extensión o un cortafuegos, o el servidor no responde por un momento. Vuelve a intentarlo. Si no funciona, prueba sin extensiones o con otra red.",
    },
    internal: { title: "Algo ha fallado en el servidor", text: "No es culpa tuya. Vuelve a intentarlo en un momento." },
    /** Before the number of the request that failed. */
    forOperator: "Para quien administra este sitio:",
    "rate-limited": { title: "Demasiadas solicitudes", text: "Espera un momento antes de volver a intentarlo." },
    waitSeconds: (seconds) => `Reintentar en ${seconds} s`,
    "invalid-request": {
      title: "El servidor no ha aceptado esta solicitud",
      text: "Recarga la página: quizá es más antigua que el servidor.",
    },
    "load-failed": {
      title: "Una parte de la página no se ha cargado",
      text: "Quizá no tienes conexión o la página es más antigua que el servidor. Vuelve a intentarlo o recárgala.",
    },
    "app-check-failed": {
      title: "El servidor no ha podido comprobar este navegador",
      text: "Puede pasar cuando cambia la red. Si vuelve a ocurrir, avisa a quien administra este sitio.",
    },
  },
};
