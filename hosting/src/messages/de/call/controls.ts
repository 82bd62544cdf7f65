import type { ControlMessages } from "../../types/call/controls.ts";

export const controls: ControlMessages = {
  short: {
    microphone: "Mikrofon",
    camera: "Kamera",
    screen: "Teilen",
    react: "Reaktion",
    hand: "Hand",
    view: "Ansicht",
    people: "Personen",
    more: "Mehr",
    leave: "Verlassen",
  },
  microphoneMenu: "Mikrofon wählen",
  cameraMenu: "Kamera wählen",
  more: "Mehr",
  react: "Reagieren",
  raiseHand: "Hand heben",
  lowerHand: "Hand senken",
  handRaised: (name) => `${name} hebt die Hand`,
  handLowered: "Ihre Hand ist unten",
  handOf: (place) => `Hand gehoben, Nummer ${place}`,
  title: (people) => (people === 1 ? "Anruf, nur Sie · meetogram" : `Anruf mit ${people} · meetogram`),
  timeInCall: "Zeit im Anruf",
};
