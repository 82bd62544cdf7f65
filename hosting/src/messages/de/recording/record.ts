import type { RecordMessages } from "../../types/recording/record.ts";

export const record: RecordMessages = {
  record: "Anruf aufnehmen",
  unsupported: "Dieser Browser kann keinen Anruf aufnehmen. Chrome, Edge und Firefox am Computer können es.",
  heading: "Diesen Anruf aufnehmen?",
  what: "Video, geteilte Bildschirme und Stimmen aller, auch Ihre, in einer Datei.",
  told: "Alle sehen, dass Sie aufnehmen, und hören Anfang und Ende. Niemand wird aufgenommen, bevor die eigene Seite es anzeigt.",
  where: "Die Aufnahme bleibt auf diesem Gerät. Am Ende speichern Sie sie als Datei.",
  start: "Aufnahme starten",
  starting: "Wird gestartet…",
  cancel: "Abbrechen",
  noRoom: "Auf diesem Gerät ist zu wenig Platz. Schaffen Sie Platz und versuchen Sie es erneut.",
  failed:
    "Der Browser hat die Aufnahme nicht erlaubt. In privaten Fenstern ist das oft so: Versuchen Sie es in einem normalen.",
};
