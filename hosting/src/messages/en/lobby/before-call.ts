import type { BeforeCallMessages } from "../../types/lobby/before-call.ts";

export const beforeCall: BeforeCallMessages = {
  willAsk: {
    both: "The browser will ask for your camera and microphone. Nobody sees or hears you before you connect.",
    camera: "The browser will ask for your camera. Nobody sees you before you connect.",
    microphone: "The browser will ask for your microphone. Nobody hears you before you connect.",
  },
  noPicture: {
    denied: "The browser blocks the camera",
    blocked: "The system blocks the camera",
    dismissed: "The camera is not allowed yet",
    missing: "No camera was found",
    "in-use": "Another program uses the camera",
    unsupported: "This browser gives pages no camera",
    unknown: "The camera did not start",
    muted: "The system or the browser keeps the camera dark",
  },
  insideNamed: (names) => `Inside: ${names}`,
  more: (count) => `${count} more`,
  takingSeat: "Taking your seat…",
  connectedTo: (connected, all) => `connected to ${connected} of ${all}`,
  othersSee: (name) => `Others will see: ${name}`,
  cameraOn: "camera on",
  cameraOff: "camera off",
  microphoneOn: "microphone on",
  microphoneOff: "microphone off",
  didYouHear: "Two notes were played. Not heard? Choose another speaker, or turn the volume up.",
};
