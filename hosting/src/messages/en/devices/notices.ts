import type { MediaNoticeMessages } from "../../types/devices/notices.ts";

export const mediaNotices: MediaNoticeMessages = {
  unanswered: "The browser is waiting for your answer",
  unansweredHow: {
    both: "Look for its question beside the address and press Allow. Until then nobody sees or hears you. If there is no question, reload the page.",
    camera:
      "Look for its question beside the address and press Allow. Until then nobody sees you. If there is no question, reload the page.",
    microphone:
      "Look for its question beside the address and press Allow. Until then nobody hears you. If there is no question, reload the page.",
  },
  slow: {
    camera:
      "The camera is taking long to start. Perhaps the system is asking you something, or another program is using it.",
    microphone:
      "The microphone is taking long to start. Perhaps the system is asking you something, or another program is using it.",
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
      "Nobody sees you. Check the shutter, the camera key on the keyboard, other apps and the browser's own button. Then it comes back by itself.",
    microphone:
      "Nobody hears you. Check the mute key on the keyboard, the switch on the headset, a phone call and the browser's own button. Then it comes back by itself.",
  },
  openAgain: "Turn it on again",
  replaced: {
    camera: (name) => `Your usual camera is not connected. Using ${name} instead.`,
    microphone: (name) => `Your usual microphone is not connected. Using ${name} instead.`,
  },
  returned: (name) => `This device is back: ${name}.`,
  useReturned: "Use it",
  silent: "Your microphone seems to be silent",
  silentHow:
    "It is on, but not even noise comes from it. Perhaps its switch is off, or you are speaking into another one. If others hear you, all is well.",
  blur: "Blur my background",
  blurOfSystem: (isOn) =>
    isOn
      ? "The system blurs your background. You can change that in its settings."
      : "Your background can be blurred in the system's settings.",
  blurRefused: (isOn) => (isOn ? "Your background is still blurred" : "Your background is not blurred"),
  blurRefusedHow: "The camera did not accept the change. Look for camera effects in the system's settings.",
};
