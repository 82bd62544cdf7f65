import type { EndingMessages } from "../../types/end/ending.ts";
import { count } from "../count.ts";

export const ending: EndingMessages = {
  duration: (minutes) => {
    if (minutes < 1) return "Sie waren weniger als eine Minute im Anruf.";
    const hours = Math.floor(minutes / 60);
    const parts = [
      hours > 0 && count(hours, "Stunde", "Stunden"),
      minutes % 60 > 0 && count(minutes % 60, "Minute", "Minuten"),
    ];
    return `Sie waren ${parts.filter((part) => part !== false).join(" und ")} im Anruf.`;
  },
  stored: {
    open: "Was noch gespeichert ist, und bis wann",
    loading: "Server wird gefragt…",
    nothing: "Von diesem Meeting ist nichts mehr gespeichert.",
  },
  erase: {
    label: "Raum jetzt löschen",
    question:
      "Für alle, die noch im Raum sind, endet der Anruf. Alles Gespeicherte wird gelöscht, und der Link funktioniert nicht mehr.",
    confirm: "Löschen",
    erasing: "Wird gelöscht…",
    cancel: "Abbrechen",
  },
  rating: {
    question: "Wie war der Anruf?",
    good: "Gut",
    bad: "Nicht so gut",
    glad: "Das freut uns. Ihre Antwort bleibt hier: Es wurde nichts gesendet.",
    sorry:
      "Das tut uns leid. Es wurde nichts gesendet. Damit es besser wird, kopieren Sie die Übersicht, schreiben Sie dazu, was nicht gut war, und senden Sie beides dem Betreiber dieser Seite. Sie sagt, wie die Verbindungen waren, ohne Namen und Adressen.",
    copy: "Übersicht kopieren",
    copied: "Übersicht kopiert",
  },
};
