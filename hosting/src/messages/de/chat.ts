import type { ChatMessages } from "../types/chat.ts";
import { count } from "./count.ts";

export const chat: ChatMessages = {
  heading: "Chat",
  open: "Chat",
  close: "Chat schließen",
  unread: (number) => count(number, "neue Nachricht", "neue Nachrichten"),
  list: "Nachrichten",
  empty: "Noch keine Nachrichten. Kein Server sieht sie, und sie verschwinden, wenn die letzte Person geht.",
  earlier: "Nachrichten aus der Zeit vor Ihnen haben Anwesende weitergegeben.",
  forgotten: "Ältere Nachrichten sind weg: Nur die neuesten bleiben.",
  passedOn: (name) => `weitergegeben von ${name}`,
  leadsTo: (host) => `führt zu ${host}`,
  waiting: "Wird gesendet, sobald jemand da ist",
  newMessages: "Neue Nachrichten",
  field: "Nachricht",
  placeholder: "An alle schreiben",
  keys: "Enter sendet, Umschalt+Enter beginnt eine neue Zeile.",
  send: "Senden",
  left: (number) => `Noch ${count(number, "Zeichen", "Zeichen")}`,
  over: (number) =>
    `Um ${count(number, "Zeichen", "Zeichen")} zu lang. Kürzen Sie den Text oder senden Sie ihn in zwei Teilen.`,
  copyAll: "Alles kopieren",
  copied: "Kopiert",
  refused: "Der Browser hat das Kopieren nicht erlaubt. Speichern Sie den Chat.",
  save: "Speichern",
  fileName: "chat",
};
