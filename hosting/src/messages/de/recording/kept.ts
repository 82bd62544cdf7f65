import type { KeptMessages } from "../../types/recording/kept.ts";

export const kept: KeptMessages = {
  region: "Aufnahmen zum Speichern",
  ready: "Ihre Aufnahme ist fertig",
  unsaved: (when) => `Eine Aufnahme vom ${when} ist noch nicht gespeichert`,
  diskFull: "Die Aufnahme wurde beendet: Dieses Gerät ist fast voll",
  writeFailed: "Die Aufnahme wurde beendet: Der Browser konnte nicht mehr schreiben",
  where: (size) => `${size}. Nur dieser Browser hat sie, bis Sie sie speichern oder löschen.`,
  save: "Speichern",
  saving: "Wird gespeichert…",
  saved: "Die Aufnahme ist gespeichert.",
  notSaved: "Die Datei konnte nicht geschrieben werden. Wählen Sie einen anderen Ort und speichern Sie noch einmal.",
  handedOver: "Sie kommt zu Ihren Downloads. Wenn sie dort ist, löschen Sie die Kopie in diesem Browser.",
  remove: "Löschen",
  removeForGood: "Endgültig löschen",
  removed: "Die Aufnahme ist gelöscht.",
  later: "Später",
};
