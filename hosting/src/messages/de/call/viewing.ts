import type { ViewingMessages } from "../../types/call/viewing.ts";

export const viewing: ViewingMessages = {
  view: "Personen zeigen",
  views: { grid: "Alle gleich groß", speaker: "Wer spricht, groß" },
  mirrorSelf: "Mein Video spiegeln",
  audioOnly: "Nur Ton",
  audioOnlyHint: "Spart Daten: Kein Kameravideo kommt oder geht. Die anderen erfahren es.",
  fullScreen: "Vollbild",
  float: "In einem kleinen Fenster",
  floating: "Der Anruf in einem kleinen Fenster",
  zoom: "Bildschirm vergrößern: zum Verschieben ziehen oder Pfeiltasten drücken",
  zoomBack: "Ganzen Bildschirm zeigen",
};
