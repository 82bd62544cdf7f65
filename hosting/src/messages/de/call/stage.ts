import type { StageMessages } from "../../types/call/stage.ts";

export const stage: StageMessages = {
  menu: "Ansicht",
  pin: (name) => `${name} anheften`,
  unpin: "Lösen",
  showSelf: "Mein Video zeigen",
  hideSelf: "Mein Video ausblenden",
  moveSelf: "Mein Video verschieben: ziehen oder Pfeiltasten drücken",
  audioOnlyShort: "Nur Ton",
  audioOnlyOf: "Empfängt kein Video, um Daten zu sparen",
  picturePaused: "Schwaches Netz: vorerst kein Bild",
  pictureStill: "Das Bild steht still. Vielleicht ein schwaches Netz",
  ownPaused: "Schwaches Netz: nur Ton",
  ownPausedForSome: "Nur Ton für einige",
};
