import type { PageMessages } from "../en/page.ts";
import { start } from "./start.ts";
import { theme } from "./theme.ts";

export const page: PageMessages = {
  titles: { start: "meetogram: kostenlose Videoanrufe", lobby: "Bereit? · meetogram" },
  language: {
    label: "Sprache",
    failed: (name) => `„${name}“ wurde nicht geladen. Prüfen Sie das Netz und wählen Sie die Sprache noch einmal.`,
  },
  start: { ...start, creating: "Raum wird geöffnet…", proving: "Browser wird geprüft…" },
  theme,
  popups: {
    retry: "Erneut versuchen",
    close: "Schließen",
    network: { title: "Sie sind offline", text: "Versuchen Sie es erneut, wenn das Netz wieder da ist." },
    "no-answer": {
      title: "Die Anfrage kam nicht an",
      text: "Vielleicht blockiert sie eine Erweiterung oder eine Firewall, oder der Server ist kurz nicht erreichbar. Versuchen Sie es erneut. Wenn das nicht hilft, versuchen Sie es ohne Erweiterungen oder in einem anderen Netz.",
    },
    internal: {
      title: "Auf dem Server ist etwas schiefgegangen",
      text: "Es liegt nicht an Ihnen. Versuchen Sie es gleich noch einmal.",
    },
    /** Before the number of the request that failed. */
    forOperator: "Für den Betreiber dieser Seite:",
    "rate-limited": { title: "Zu viele Anfragen", text: "Warten Sie einen Moment, bevor Sie es erneut versuchen." },
    waitSeconds: (seconds) => `Wieder in ${seconds} s`,
    "invalid-request": {
      title: "Der Server hat diese Anfrage nicht angenommen",
      text: "Laden Sie die Seite neu: Vielleicht ist sie älter als der Server.",
    },
    "load-failed": {
      title: "Ein Teil der Seite wurde nicht geladen",
      text: "Vielleicht sind Sie offline, oder die Seite ist älter als der Server. Versuchen Sie es erneut oder laden Sie neu.",
    },
    "app-check-failed": {
      title: "Der Server konnte diesen Browser nicht prüfen",
      text: "Das kann passieren, wenn das Netz wechselt. Passiert es wieder, sagen Sie dem Betreiber der Seite Bescheid.",
    },
  },
};
