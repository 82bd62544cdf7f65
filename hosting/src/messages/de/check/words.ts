// Die Prüfung eines Geräts: vor einem Anruf, oder wenn einer nicht klappt.
import type { CheckMessages } from "../../types/check.ts";
import { found } from "./found.ts";

export const check: CheckMessages = {
  title: "Gerät prüfen · meetogram",
  heading: "Dieses Gerät prüfen",
  intro:
    "Diese Seite probiert alles aus, was ein Anruf braucht: Browser, Kamera, Mikrofon, Netz und einen Anruf bei sich selbst. Das dauert eine halbe Minute. Der Browser wird nach Kamera und Mikrofon fragen. Niemand sieht oder hört Sie.",
  start: "Prüfung starten",
  again: "Noch einmal prüfen",
  begun: "Die Prüfung läuft.",
  done: (ok: number, look: number, failed: number) =>
    `Fertig. In Ordnung: ${ok}, bitte ansehen: ${look}, fehlgeschlagen: ${failed}.`,
  preview: "Ihre Kamera",
  results: "Ergebnisse",
  verdicts: {
    ok: "In Ordnung",
    look: "Bitte ansehen",
    failed: "Fehlgeschlagen",
    running: "Wird geprüft…",
    waiting: "Wartet",
  },
  lines: {
    browser: "Webbrowser",
    features: "Was er kann",
    storage: "Speicher",
    camera: "Kamera",
    microphone: "Mikrofon",
    speakers: "Lautsprecher",
    codecs: "Kodierungen",
    sealing: "Verschlüsselung",
    server: "Der Server",
    firestore: "Weg zu den Räumen",
    network: "Wege durch das Netz",
    call: "Anruf bei sich selbst",
  },
  names: {
    Clipboard: "Kopieren in die Zwischenablage",
    "Full screen": "Vollbild",
    Notifications: "Benachrichtigungen",
    "Picture-in-Picture": "das kleine Fenster",
    "Private file system": "Dateien behalten",
    Recording: "Aufnehmen",
    "Screen sharing": "Bildschirm teilen",
    "Speaker choice": "Lautsprecher wählen",
    "Wake lock": "Bildschirm wach halten",
    "Web Locks": "andere Tabs bemerken",
  },
  found,
  report: {
    heading: "Bericht",
    text: "Für alle, die Ihnen helfen. Er enthält keine Adressen, keine Namen, keine Links und keine Gerätenamen. Er geht nirgendwohin, solange Sie ihn nicht schicken.",
    copy: "Bericht kopieren",
    copied: "Bericht kopiert",
    refused: "Der Browser sperrt die Zwischenablage. Markieren Sie den Text und kopieren Sie ihn.",
  },
  toStart: "Zur Startseite",
};
