import type { MediaNoticeMessages } from "../media-notices.ts";

export const mediaNotices: MediaNoticeMessages = {
  unanswered: "The browser waits for your answer",
  unansweredHow: {
    both: "Look for its question beside the address and press Allow. Until then nobody sees or hears you. If there is no question, reload the page.",
    camera:
      "Look for its question beside the address and press Allow. Until then nobody sees you. If there is no question, reload the page.",
    microphone:
      "Look for its question beside the address and press Allow. Until then nobody hears you. If there is no question, reload the page.",
  },
  slow: {
    camera: "The camera takes long to start. Perhaps the system asks you something, or another program holds it.",
    microphone:
      "The microphone takes long to start. Perhaps the system asks you something, or another program holds it.",
  },
  blocked: {
    both: "The system blocks the camera and the microphone",
    camera: "The system blocks the camera",
    microphone: "The system blocks the microphone",
  },
  blockedHow: "Allow them for this browser in the system's settings, under privacy, then ask again.",
  muted: {
    camera: "The system or the browser has turned your camera off",
    microphone: "The system or the browser has muted your microphone",
  },
  mutedHow: {
    camera:
      "Nobody sees you. Look for a shutter, a key of the keyboard, another app with the camera, or the browser's own button. Then it comes back by itself.",
    microphone:
      "Nobody hears you. Look for a key of the keyboard, a switch on the headset, a phone call, or the browser's own button. Then it comes back by itself.",
  },
  openAgain: "Open it again",
  replaced: {
    camera: (name) => `Your usual camera is not there. In use instead: ${name}.`,
    microphone: (name) => `Your usual microphone is not there. In use instead: ${name}.`,
  },
  returned: (name) => `This device is back: ${name}.`,
  useReturned: "Use it",
  silent: "Your microphone seems to give no sound",
  silentHow:
    "It is on, yet not even noise comes from it. Perhaps a switch on it is off, or you speak into another one. If others hear you, all is well.",
  blur: "Blur my background",
  blurOfSystem: (isOn) =>
    isOn
      ? "The system blurs your background. You can change that in its settings."
      : "Your background can be blurred in the system's settings.",
  blurRefused: (isOn) => (isOn ? "Your background is still blurred" : "Your background is not blurred"),
  blurRefusedHow: "The camera has not taken the change. Look for its effects in the system's settings.",
};
