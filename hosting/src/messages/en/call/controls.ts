import type { ControlMessages } from "../../types/call/controls.ts";

export const controls: ControlMessages = {
  short: {
    microphone: "Microphone",
    camera: "Camera",
    screen: "Share",
    react: "React",
    hand: "Hand",
    view: "View",
    people: "People",
    more: "More",
    leave: "Leave",
  },
  microphoneMenu: "Choose the microphone",
  cameraMenu: "Choose the camera",
  more: "More",
  react: "React",
  raiseHand: "Raise your hand",
  lowerHand: "Lower your hand",
  handRaised: (name) => `${name} has raised a hand`,
  handLowered: "Your hand is lowered",
  handOf: (place) => `Hand raised, number ${place}`,
  title: (people) => (people === 1 ? "Call, only you · meetogram" : `Call of ${people} · meetogram`),
  timeInCall: "Time in the call",
};
