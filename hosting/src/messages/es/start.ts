import type { StartMessages } from "../start.ts";

export const start: StartMessages = {
  name: "Español",
  direction: "ltr",
  line: "Comunicación rápida para personas eficaces.",
  what: "Videollamadas gratis para hasta ocho personas. Sin cuenta, con cifrado de extremo a extremo.",
  go: "Iniciar una reunión",
  loadFailed: "La página no se ha cargado del todo. Revisa la red y recárgala.",
};
