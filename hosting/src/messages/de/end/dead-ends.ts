import type { deadEnds as english } from "../../en/end/dead-ends.ts";

export const deadEnds: typeof english = {
  startOver: "Neues Meeting",
  check: "Gerät prüfen",
  expired: {
    status: "Abgelaufen",
    title: "Dieses Meeting ist vorbei",
    text: "Der Link funktioniert nicht mehr. Ein Raum schließt, wenn ein Host das Meeting beendet oder wenn alle seit einiger Zeit gegangen sind. Starten Sie mit einem Klick ein neues Meeting.",
  },
  ended: {
    status: "Beendet",
    title: "Der Host hat dieses Meeting beendet",
    text: "Der Raum ist gelöscht, und der Link funktioniert nicht mehr. Starten Sie mit einem Klick ein neues Meeting.",
  },
  erased: {
    status: "Beendet",
    title: "Dieses Meeting ist vorbei",
    text: "Sie haben es beendet und den Raum gelöscht. Der Link funktioniert nicht mehr.",
  },
  refused: {
    status: "Nicht eingelassen",
    title: "Der Host hat Sie nicht eingelassen",
    text: "Sie können in einer Minute erneut fragen, nach einer zweiten Ablehnung erst später. Schneller geht es, wenn Sie dem Host schreiben.",
    action: "Erneut fragen",
  },
  "move-used": {
    status: "Code ungültig",
    title: "Dieser Code funktioniert nicht mehr",
    text: "Er funktioniert einmal, zwei Minuten lang. Zeigen Sie auf dem anderen Gerät einen neuen, oder treten Sie von hier als weitere Person ein.",
    action: "Von hier eintreten",
  },
  "not-found": {
    status: "Nicht gefunden",
    title: "Unter dieser Adresse gibt es nichts",
    text: "Vielleicht wurde nur ein Teil des Links kopiert. Bitten Sie noch einmal darum, oder starten Sie ein neues Meeting.",
  },
  full: {
    status: "Voll",
    title: "Alle Plätze sind besetzt",
    text: "Warten Sie, bis jemand geht, und versuchen Sie es erneut.",
    action: "Erneut versuchen",
  },
  "already-connected": {
    status: "Schon verbunden",
    title: "Sie sind schon in diesem Anruf",
    text: "Er ist in einem anderen Tab oder Fenster offen, vielleicht in einem abgestürzten. Gehen Sie dorthin zurück, oder holen Sie den Anruf hierher.",
    action: "Anruf hierher holen",
  },
  moved: {
    status: "Verschoben",
    title: "Der Anruf ist jetzt in einem anderen Tab oder auf einem anderen Gerät",
    text: "Sie können diese Seite schließen oder den Anruf zurückholen.",
    action: "Anruf zurückholen",
  },
  "incomplete-link": {
    status: "Link unvollständig",
    title: "Dieser Link ist unvollständig",
    text: "Ein Teil ging unterwegs verloren oder wurde geändert. Bitten Sie um den ganzen Link und öffnen Sie ihn noch einmal.",
  },
  locked: {
    status: "Gesperrt",
    title: "Der Raum ist gesperrt",
    text: "Der Host lässt gerade niemanden mehr ein. Bitten Sie ihn, den Raum zu öffnen, und versuchen Sie es erneut.",
    action: "Erneut versuchen",
  },
  removed: {
    status: "Entfernt",
    title: "Sie wurden entfernt",
    text: "Der Host hat Sie aus diesem Meeting entfernt.",
  },
  lost: {
    status: "Verloren",
    title: "Die Verbindung zum Raum ist verloren",
    text: "Der Server kennt Ihren Platz nicht mehr und sagt nicht, warum. Vielleicht wurde das Meeting beendet, oder der Server hat seine Daten verloren.",
    action: "Zurückkehren",
  },
  left: {
    status: "Bis bald",
    title: "Sie haben das Meeting verlassen",
    text: "Der Raum bleibt noch eine Weile: Sie können zurückkehren.",
    action: "Zurückkehren",
  },
  unsupported: {
    status: "Nicht unterstützt",
    title: "Dieser Browser kann keine Anrufe",
    text: "Ihm fehlt WebRTC oder Verschlüsselung. Kopieren Sie den Link und öffnen Sie ihn in einem aktuellen Chrome, Firefox, Safari oder Edge.",
  },
  insecure: {
    status: "Ohne https",
    title: "Diese Seite wurde ohne https geöffnet",
    text: "Dann gibt der Browser weder Kamera noch Mikrofon noch Verschlüsselung, und ein Anruf ist nicht möglich. Öffnen Sie dieselbe Adresse mit https.",
    action: "Mit https öffnen",
  },
};
