import type { StartChoiceMessages } from "../../types/start/choices.ts";
import { recent } from "./recent.ts";

export const startChoices: StartChoiceMessages = {
  label: "Otras formas de reunirse",
  join: {
    label: "Entrar con un enlace",
    placeholder: "Pega el enlace",
    submit: "Entrar",
    looking: "Buscando…",
    empty: "Pega el enlace que te enviaron.",
    none: "En este texto no hay ningún enlace a una reunión. Copia el enlace completo y pégalo aquí.",
    cut: "Este enlace está cortado: su final, después de #, falta o es demasiado corto. Copia el enlace completo o pídelo de nuevo.",
    elsewhere: "Este enlace es de otro sitio.",
    openElsewhere: (host) => `Abrir en ${host}`,
  },
  room: {
    heading: "Más",
    chosen: {
      password: "contraseña",
      seats: (count) => `hasta ${count} personas`,
      waiting: "sala de espera",
    },
    password: "Contraseña",
    passwordHint: "Los demás tendrán que escribirla. Envíala aparte del enlace.",
    seats: "Máximo de personas en la sala",
    seatsHint: "Más de ocho puede ser demasiado para los móviles.",
    waitingRoom: "Sala de espera",
    waitingRoomHint: "Los demás entran cuando los admites.",
  },
  footer: {
    label: "Sobre este sitio",
    source: "Código fuente",
    documentation: "Documentación",
    privacy: "Privacidad",
    security: "Seguridad",
  },
  recent,
};
