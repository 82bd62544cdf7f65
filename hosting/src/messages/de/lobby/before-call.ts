import type { BeforeCallMessages } from "../../types/lobby/before-call.ts";

export const beforeCall: BeforeCallMessages = {
  willAsk: {
    both: "Der Browser fragt gleich nach Kamera und Mikrofon. Bevor Sie sich verbinden, sieht und hört Sie niemand.",
    camera: "Der Browser fragt gleich nach der Kamera. Bevor Sie sich verbinden, sieht Sie niemand.",
    microphone: "Der Browser fragt gleich nach dem Mikrofon. Bevor Sie sich verbinden, hört Sie niemand.",
  },
  noPicture: {
    denied: "Der Browser blockiert die Kamera",
    blocked: "Das System blockiert die Kamera",
    dismissed: "Die Kamera ist noch nicht erlaubt",
    missing: "Keine Kamera gefunden",
    "in-use": "Ein anderes Programm nutzt die Kamera",
    unsupported: "Dieser Browser gibt Seiten keine Kamera",
    unknown: "Die Kamera ist nicht gestartet",
    muted: "System oder Browser geben kein Bild der Kamera",
  },
  insideNamed: (names) => `Im Raum: ${names}`,
  more: (count) => `${count} weitere`,
  takingSeat: "Ihr Platz wird belegt…",
  connectedTo: (connected, all) => `verbunden mit ${connected} von ${all}`,
  othersSee: (name) => `Andere sehen: ${name}`,
  cameraOn: "Kamera an",
  cameraOff: "Kamera aus",
  microphoneOn: "Mikrofon an",
  microphoneOff: "Mikrofon aus",
  didYouHear:
    "Es kamen zwei Töne. Nichts gehört? Wählen Sie einen anderen Lautsprecher, oder stellen Sie den Ton lauter.",
};
