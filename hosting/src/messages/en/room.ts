// What the lobby and the first picture of a call say, with what the page says: loaded with the
// screen of the room. The type `Messages` is derived from this object, so its shape is that of
// every language.
import { page } from "./page.ts";
import { lobby } from "./lobby/lobby.ts";
import { beforeCall } from "./lobby/before-call.ts";
import { waitingRoom } from "./lobby/waiting-room.ts";
import { devices } from "./devices/devices.ts";
import { media } from "./devices/media.ts";
import { cameraFlip } from "./devices/camera-flip.ts";
import { announcements } from "./call/announcements.ts";
import { call } from "./call/call.ts";
import { causes } from "./call/causes.ts";
import { chat } from "./call/chat.ts";
import { controls } from "./call/controls.ts";
import { files } from "./call/files.ts";
import { hearing } from "./call/hearing.ts";
import { stage } from "./call/stage.ts";
import { recording } from "./recording/strip.ts";
import { popups } from "./popups.ts";

export const room = {
  ...page,
  lobby,
  beforeCall,
  waitingRoom,
  devices,
  media,
  cameraFlip,
  announcements,
  call,
  causes,
  chat,
  controls,
  files,
  hearing,
  stage,
  recording,
  popups: { ...page.popups, ...popups },
  passwordWrong: "The password is wrong",
  passwordMissing: "Enter the room's password",
};

export type Messages = typeof room;
