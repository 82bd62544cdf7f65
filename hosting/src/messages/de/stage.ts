import type { StageMessages } from "../types/stage.ts";

export const stage: StageMessages = {
  menu: "Ansicht",
  view: "Personen zeigen",
  views: { grid: "Alle gleich groß", speaker: "Wer spricht, groß" },
  pin: (name) => `${name} anheften`,
  unpin: "Lösen",
  showSelf: "Mein Video zeigen",
  hideSelf: "Mein Video ausblenden",
  moveSelf: "Mein Video verschieben: ziehen oder Pfeiltasten drücken",
  mirrorSelf: "Mein Video spiegeln",
  audioOnly: "Nur Ton",
  audioOnlyHint: "Spart Daten: Kein Kameravideo kommt oder geht. Die anderen erfahren es.",
  audioOnlyShort: "Nur Ton",
  audioOnlyOf: "Empfängt kein Video, um Daten zu sparen",
  fullScreen: "Vollbild",
  float: "In einem kleinen Fenster",
  floating: "Der Anruf in einem kleinen Fenster",
  zoom: "Bildschirm vergrößern: zum Verschieben ziehen oder Pfeiltasten drücken",
  zoomBack: "Ganzen Bildschirm zeigen",
};
