// What a room says, with what the page says: loaded with the screen of the room. The type
// `Messages` is derived from this object, so its shape is that of every language.
import { count } from "./count.ts";
import { beforeCall } from "./before-call.ts";
import { chat } from "./chat.ts";
import { cameraFlip } from "./camera-flip.ts";
import { announcements } from "./announcements.ts";
import { controls } from "./controls.ts";
import { ending } from "./ending.ts";
import { files } from "./files.ts";
import { invite } from "./invite.ts";
import { mediaNotices } from "./media-notices.ts";
import { people } from "./people.ts";
import { recording } from "./recording.ts";
import { safetyPictures } from "./safety-pictures.ts";
import { stage } from "./stage.ts";
import { page } from "./page.ts";
import { waitingRoom } from "./waiting-room.ts";

export const room = {
  ...page,
  lobby: {
    heading: "Ready to go?",
    inside: (number: number) =>
      number === 0 ? "Nobody is inside yet" : count(number, "person is inside", "people are inside"),
    checking: "Looking into the room…",
    proving: "Checking your browser…",
    name: "Your name",
    namePlaceholder: "How others will see you",
    password: "Room password",
    connect: "Connect",
    connecting: "Connecting…",
    retry: "Try again",
    noKey:
      "This link has no key, so whoever runs this server could listen in. A link from “Start a meeting” always has one.",
    cameraOff: "The camera is off",
    cameraOpening: "Opening the camera…",
    microphoneLevel: "Microphone level",
    copyLink: "Copy link",
    copied: "Link copied",
  },
  beforeCall,
  devices: {
    heading: "Devices",
    camera: "Camera",
    microphone: "Microphone",
    speaker: "Speaker",
    unnamedSpeaker: (number: number) => `Speaker ${number}`,
    speakerGone: "Your usual speaker is not connected. You hear the others through the system's speaker.",
    testSpeaker: "Play a test sound",
    unnamedCamera: (number: number) => `Camera ${number}`,
    unnamedMicrophone: (number: number) => `Microphone ${number}`,
    none: "None found",
    more: "More choices",
    sound: "Sound",
    echoCancellation: "Remove echo",
    noiseSuppression: "Remove noise",
    autoGainControl: "Even out the volume",
    hideAddress: "Hide my IP address",
    hideAddressHint:
      "The call goes through the server's relay, a little slower. People already in the room may have seen your address. From your next visit on, nobody will.",
    close: "Close",
  },
  media: {
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
  },
  call: {
    heading: "Call",
    controls: "Call controls",
    you: "You",
    nameless: "Guest",
    alone: "Nobody else is here right now",
    aloneHint: "Send the link: anyone with it can join in two clicks.",
    leave: "Leave",
    invite: "Invite",
    share: "Share the link",
    copyLink: "Copy link",
    copied: "Link copied",
    devices: "Choose devices",
    connecting: "Connecting…",
    silent: "No connection",
    microphoneOff: "Microphone off",
    cameraOff: "Camera off",
    shareScreen: "Share the screen",
    stopScreen: "Stop sharing the screen",
    stopShort: "Stop",
    sharing: "Everybody here sees your screen.",
    screenOf: (name: string) => `${name}'s screen`,
    fullScreen: "Full screen",
    people: "People",
    locked: "The room is locked: nobody new can join.",
    soundOn: "Turn the sound on",
    soundRefused: "The browser blocked the sound.",
    joined: (name: string) => `${name} has joined`,
    left: (name: string) => `${name} is no longer connected`,
    newcomers: (names: string) =>
      `Joined after you compared the safety code: ${names}. Nothing has changed for the others.`,
    compare: "Compare",
    notNow: "Not now",
    signallingLost: "The server cannot be reached. The call goes on. New people can join when it is back.",
    seatLost:
      "The connection to the room was lost. The call goes on, and this page keeps asking for your place. Until then, nobody new can reach you.",
    askForSeat: "Ask now",
    loading: "Entering the room…",
  },
  announcements,
  controls,
  people,
  stage,
  chat,
  waitingRoom,
  recording,
  safetyPictures,
  ending,
  files,
  invite,
  causes: {
    offline: "You are offline. The call comes back when your network does.",
    "network-here": "Perhaps your network is down. The call comes back when it does.",
    "network-there": "Perhaps their network is down, or their device is asleep. Looking for another way.",
    asleep: "Their network works. Perhaps their tab is asleep: it may come back by itself.",
  },
  deadEnds: {
    startOver: "New meeting",
    check: "Check this device",
    expired: {
      status: "Expired",
      title: "This meeting is over",
      text: "Its link no longer works. A room closes when a host ends it, or some time after everybody has left. Start a new meeting with one click.",
    },
    ended: {
      status: "Ended",
      title: "The host has ended this meeting",
      text: "The room is erased, and its link no longer works. Start a new meeting with one click.",
    },
    erased: {
      status: "Ended",
      title: "This meeting is over",
      text: "You ended it and erased the room. The link no longer works.",
    },
    ...waitingRoom.deadEnds,
    ...invite.deadEnds,
    "not-found": {
      status: "Not found",
      title: "There is nothing at this address",
      text: "Perhaps only a part of the link was copied. Ask for it again, or start a new meeting.",
    },
    full: {
      status: "Full",
      title: "Every seat is taken",
      text: "Wait until somebody leaves and try again.",
      action: "Try again",
    },
    "already-connected": {
      status: "Already connected",
      title: "You are already in this call",
      text: "It is open in another tab or window, perhaps one that has crashed. Go back to it, or move the call here.",
      action: "Move the call here",
    },
    moved: {
      status: "Moved",
      title: "The call has moved to another tab or device",
      text: "You can close this page, or bring the call back.",
      action: "Bring the call back",
    },
    "incomplete-link": {
      status: "Incomplete link",
      title: "This link is incomplete",
      text: "A part of it was lost or changed on the way. Ask for the whole link and open it again.",
    },
    locked: {
      status: "Locked",
      title: "The room is locked",
      text: "The host is not letting anybody else in. Ask the host to unlock it, then try again.",
      action: "Try again",
    },
    removed: {
      status: "Removed",
      title: "You have been removed",
      text: "The host has removed you from this meeting.",
    },
    lost: {
      status: "Lost",
      title: "The connection to the room was lost",
      text: "The server no longer knows your place and does not say why. Perhaps the meeting was ended, or the server lost its data.",
      action: "Rejoin",
    },
    left: {
      status: "See you",
      title: "You have left the meeting",
      text: "The room is kept for a while: you can come back.",
      action: "Rejoin",
    },
    unsupported: {
      status: "Unsupported",
      title: "This browser cannot make calls",
      text: "It has no WebRTC or no encryption. Copy the link and open it in a current Chrome, Firefox, Safari or Edge.",
    },
    insecure: {
      status: "Without https",
      title: "This page was opened without https",
      text: "Without it, browsers give no camera, no microphone and no encryption, so there can be no call. Open the same address with https.",
      action: "Open with https",
    },
  },
  cameraFlip,
  popups: {
    ...page.popups,
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
  },
  passwordWrong: "The password is wrong",
  passwordMissing: "Enter the room's password",
};

export type Messages = typeof room;
