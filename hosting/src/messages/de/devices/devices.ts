import type { devices as english } from "../../en/devices/devices.ts";

export const devices: typeof english = {
  heading: "Geräte",
  camera: "Kamera",
  microphone: "Mikrofon",
  speaker: "Lautsprecher",
  unnamedSpeaker: (number) => `Lautsprecher ${number}`,
  speakerGone:
    "Ihr üblicher Lautsprecher ist nicht angeschlossen. Sie hören die anderen über den Lautsprecher des Systems.",
  testSpeaker: "Testton abspielen",
  unnamedCamera: (number) => `Kamera ${number}`,
  unnamedMicrophone: (number) => `Mikrofon ${number}`,
  none: "Keine gefunden",
  more: "Weitere Optionen",
  sound: "Ton",
  echoCancellation: "Echo entfernen",
  noiseSuppression: "Rauschen entfernen",
  autoGainControl: "Lautstärke ausgleichen",
  hideAddress: "Meine IP-Adresse verbergen",
  hideAddressHint:
    "Der Anruf läuft über das Relay des Servers, etwas langsamer. Wer schon im Raum ist, hat Ihre Adresse vielleicht gesehen. Ab Ihrem nächsten Besuch sieht sie niemand.",
  close: "Schließen",
};
