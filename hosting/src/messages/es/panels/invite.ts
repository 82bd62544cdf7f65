import type { InviteMessages } from "../../types/panels/invite.ts";
import { count } from "../count.ts";

export const invite: InviteMessages = {
  heading: "Invitar a personas",
  close: "Cerrar",
  open: "Invitar…",
  copy: "Copiar el enlace",
  copied: "Copiado",
  share: "Compartir…",
  mail: "Escribir un correo",
  copyMessage: "Copiar como mensaje",
  subject: "Invitación a mi reunión",
  message: (link) => `Entra en mi reunión: ${link}`,
  code: "Código QR del enlace a esta reunión",
  codeHint: "Apunta con la cámara de un móvil.",
  lives: (until) => `El enlace funciona hasta ${until}, y más tiempo si hay alguien en la sala.`,
  livesUnknown: "El enlace funciona mientras hay alguien en la sala y un tiempo después.",
  moving: {
    open: "Seguir en otro dispositivo",
    heading: "Seguir en otro dispositivo",
    how: "Apunta a este código con la cámara del otro dispositivo y abre el enlace. La llamada sigue allí con tu nombre y termina aquí.",
    host: "Seguirás siendo anfitrión.",
    warning:
      "No enseñes el código a nadie, tampoco en una pantalla compartida: quien lo abra primero ocupará tu plaza. Funciona una vez, durante dos minutos.",
    code: "Código QR que lleva la llamada a otro dispositivo",
    loading: "Preparando un código…",
    over: "Este código ya no es válido.",
    failed: "No hay código: el servidor no lo ha dado. Revisa la red y vuelve a intentarlo.",
    again: "Mostrar otro código",
  },
  calendar: {
    heading: "Añadir al calendario",
    when: "Empieza",
    missing: "Elige una fecha y una hora.",
    past: "Esa hora ya ha pasado. Elige otra posterior.",
    howLong: "Dura",
    minutes: (number) =>
      number < 60
        ? count(number, "minuto", "minutos")
        : number % 60 === 0
          ? count(number / 60, "hora", "horas")
          : `${Math.floor(number / 60)} h ${number % 60} min`,
    title: "Reunión",
    text: (link) => `Abre el enlace para entrar: ${link}`,
    tooLate:
      "Quizá el enlace ya no funcione entonces: la sala se cierra un tiempo después de que salgan todos. Es más seguro iniciar otra reunión poco antes y enviar su enlace.",
    save: "Guardar un archivo de calendario",
    saved: "Está en tus descargas. Abre el archivo para añadir la reunión a tu calendario.",
  },
};
