import type { ChatPanelMessages } from "../../types/panels/chat-panel.ts";
import { count } from "../count.ts";

export const chatPanel: ChatPanelMessages = {
  list: "Nachrichten",
  empty: "Noch keine Nachrichten. Kein Server sieht sie, und sie verschwinden, wenn die letzte Person geht.",
  loadFailed: "Der Chat wurde nicht geladen. Prüfen Sie das Netz und öffnen Sie ihn erneut.",
  earlier: "Nachrichten aus der Zeit vor Ihnen haben Anwesende weitergegeben.",
  forgotten: "Ältere Nachrichten sind weg: Nur die neuesten bleiben.",
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
