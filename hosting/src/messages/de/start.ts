import type { StartMessages } from "../start.ts";

export const start: StartMessages = {
  name: "Deutsch",
  direction: "ltr",
  line: "Schnelle Verständigung für effektive Menschen.",
  what: "Kostenlose Videoanrufe für bis zu acht Personen. Ohne Konto, Ende-zu-Ende-verschlüsselt.",
  go: "Meeting starten",
  loadFailed: "Die Seite wurde nicht ganz geladen. Prüfen Sie das Netz und laden Sie neu.",
};
