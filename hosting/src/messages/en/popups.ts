// The problems of a room, and the ways on.
import { cameraFlip } from "./devices/camera-flip.ts";

export const popups = {
  "camera-flip-failed": cameraFlip.failed,
  "connect-failed": {
    title: "Could not enter the room",
    text: "The page does not know why. Try again, or reload it.",
  },
  "copy-failed": {
    title: "Nothing was copied",
    text: "Perhaps the browser blocks the clipboard. You can copy the link from the address bar.",
  },
  "screen-blocked": {
    title: "The system blocks screen sharing",
    text: "Allow screen recording for this browser in the system's settings, then try again.",
  },
  "screen-missing": {
    title: "There is nothing to share",
    text: "The browser found no screen and no window on this device.",
  },
  "screen-failed": {
    title: "The screen could not be shared",
    text: "Choose another window or the whole screen.",
  },
  "no-relay": {
    title: "Your IP address cannot be hidden here",
    text: "This server offers no relay.",
    action: "Show my IP address",
  },
  "host-failed": {
    title: "That did not work",
    text: "Check that you are online and still the host, then try again.",
  },
  "host-expected": {
    title: "The host may be coming back",
    text: "If they do not return within ten minutes, you can erase this room.",
  },
  "other-key": {
    title: "A message could not be opened",
    text: "Perhaps somebody has another link or password. Make sure that everybody has opened the same link.",
  },
  "signal-refused": {
    title: "Somebody sends messages that cannot be opened",
    text: "They may have another link or password, or the messages were changed on the way. If you are the host, you can remove them in the list of people.",
  },
  "signal-flood": {
    title: "Somebody sends too many messages",
    text: "Their page may be broken, or they may mean harm. If you are the host, you can remove them in the list of people.",
  },
  "connection-closed": {
    title: "A connection was closed",
    text: "Too many messages came over it. When one of you reloads the page, you are connected again.",
  },
};
