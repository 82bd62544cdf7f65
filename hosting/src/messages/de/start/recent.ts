import type { RecentMessages } from "../../types/start/recent.ts";

export const recent: RecentMessages = {
  heading: "Letzte Räume",
  remember: "Räume in diesem Browser merken",
  rememberHint:
    "Die Links und Ihre Rolle als Host bleiben hier, bis der Raum abläuft. Wer diesen Browser benutzt, kann die Räume öffnen.",
  refused:
    "Dieser Browser speichert nichts für diese Seite oder hat keinen Platz mehr. Erlauben Sie der Seite, Daten zu speichern, oder merken Sie sich den Link selbst.",
  empty: "Noch kein Raum. Der nächste, in dem Sie sind, steht dann hier.",
  room: (part, when) => `Raum ${part}, ${when}`,
  host: "Sie sind Host",
  forget: "Vergessen",
  forgetRoom: (part) => `Raum ${part} vergessen`,
  forgetAll: "Alle vergessen",
};
