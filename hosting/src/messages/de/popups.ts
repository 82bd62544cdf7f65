import type { popups as english } from "../en/popups.ts";
import { cameraFlip } from "./devices/camera-flip.ts";

export const popups: typeof english = {
  "camera-flip-failed": cameraFlip.failed,
  "connect-failed": {
    title: "Der Raum ließ sich nicht betreten",
    text: "Die Seite weiß nicht, warum. Versuchen Sie es erneut oder laden Sie neu.",
  },
  "copy-failed": {
    title: "Nichts wurde kopiert",
    text: "Vielleicht blockiert der Browser die Zwischenablage. Sie können den Link aus der Adresszeile kopieren.",
  },
  "screen-blocked": {
    title: "Das System blockiert das Teilen des Bildschirms",
    text: "Erlauben Sie diesem Browser in den Systemeinstellungen die Bildschirmaufnahme und versuchen Sie es erneut.",
  },
  "screen-missing": {
    title: "Es gibt nichts zu teilen",
    text: "Der Browser hat auf diesem Gerät weder Bildschirm noch Fenster gefunden.",
  },
  "screen-failed": {
    title: "Der Bildschirm ließ sich nicht teilen",
    text: "Wählen Sie ein anderes Fenster oder den ganzen Bildschirm.",
  },
  "no-relay": {
    title: "Ihre IP-Adresse lässt sich hier nicht verbergen",
    text: "Dieser Server hat kein Relay.",
    action: "IP-Adresse zeigen",
  },
  "host-failed": {
    title: "Das hat nicht geklappt",
    text: "Prüfen Sie, ob Sie online und noch Host sind, und versuchen Sie es erneut.",
  },
  "host-expected": {
    title: "Vielleicht kommt der Host zurück",
    text: "Kommt er nicht innerhalb von zehn Minuten, können Sie diesen Raum löschen.",
  },
  "other-key": {
    title: "Eine Nachricht ließ sich nicht öffnen",
    text: "Vielleicht hat jemand einen anderen Link oder ein anderes Passwort. Achten Sie darauf, dass alle denselben Link geöffnet haben.",
  },
  "signal-refused": {
    title: "Jemand sendet Nachrichten, die sich nicht öffnen lassen",
    text: "Vielleicht mit anderem Link oder Passwort, oder die Nachrichten wurden unterwegs geändert. Als Host können Sie die Person in der Liste entfernen.",
  },
  "signal-flood": {
    title: "Jemand sendet zu viele Nachrichten",
    text: "Vielleicht ist die Seite dort defekt, oder es ist Absicht. Als Host können Sie die Person in der Liste entfernen.",
  },
  "connection-closed": {
    title: "Eine Verbindung wurde geschlossen",
    text: "Über sie kamen zu viele Nachrichten. Lädt eine der beiden Seiten neu, sind Sie wieder verbunden.",
  },
};
