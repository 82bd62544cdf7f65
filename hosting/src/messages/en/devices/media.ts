// Camera and microphone: their switches, and why one does not start.
import { mediaNotices } from "./notices.ts";

export const media = {
  turnMicrophoneOn: "Turn the microphone on",
  turnMicrophoneOff: "Turn the microphone off",
  turnCameraOn: "Turn the camera on",
  turnCameraOff: "Turn the camera off",
  ...mediaNotices,
  askAgain: "Ask again",
  unsupported: "This browser gives pages no camera and no microphone",
  unsupportedHow:
    "It may be built into another app. To be heard and seen, open the link in Chrome, Firefox, Safari or Edge. You can also listen and watch here.",
  withoutIt: "You can connect anyway: others will see your name.",
  deniedBoth: "Camera and microphone are blocked",
  deniedCamera: "Camera is blocked",
  deniedMicrophone: "Microphone is blocked",
  deniedHow: {
    chromium: "Press the icon to the left of the address, allow the camera and the microphone, then ask again.",
    firefox: "Press the crossed camera to the left of the address, remove the block, then ask again.",
    safari: "Open Safari › Settings for this website, set Camera and Microphone to Allow, then ask again.",
    mobile: "Open the site's permissions beside the address, allow the camera and the microphone, then ask again.",
  },
  dismissed: "The browser's question went unanswered. Ask again and press Allow.",
  missingCamera: "No camera was found. Plug one in to be seen.",
  missingMicrophone: "No microphone was found. Plug one in to be heard.",
  busyCamera: "Another program uses the camera. Close it, then ask again.",
  busyMicrophone: "Another program uses the microphone. Close it, then ask again.",
  unknownCamera: "The camera did not start. Choose another one, or ask again.",
  unknownMicrophone: "The microphone did not start. Choose another one, or ask again.",
};
