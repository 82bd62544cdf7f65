import type { ChatPanelMessages } from "../../types/panels/chat-panel.ts";
import { count, formOf } from "../count.ts";

export const chatPanel: ChatPanelMessages = {
  list: "Mensajes",
  empty: "Aún no hay mensajes. Ningún servidor los ve, y desaparecen cuando sale la última persona.",
  loadFailed: "El chat no se ha cargado. Revisa la red y vuelve a abrirlo.",
  earlier: "Los mensajes anteriores a tu llegada los han pasado quienes están aquí.",
  forgotten: "Los mensajes más antiguos ya no están: solo se guardan los últimos.",
  leadsTo: (host) => `lleva a ${host}`,
  waiting: "Se enviará cuando haya alguien",
  newMessages: "Mensajes nuevos",
  field: "Mensaje",
  placeholder: "Escribe a todos",
  keys: "Intro envía, Mayús+Intro empieza otra línea.",
  send: "Enviar",
  left: (number) => `${formOf(number, "Queda", "Quedan")} ${count(number, "carácter", "caracteres")}`,
  over: (number) =>
    `${formOf(number, "Sobra", "Sobran")} ${count(number, "carácter", "caracteres")}. Acórtalo o envíalo en dos partes.`,
  copyAll: "Copiar todo",
  copied: "Copiado",
  refused: "El navegador no ha permitido copiar. Guarda el chat.",
  save: "Guardar",
  fileName: "chat",
};
