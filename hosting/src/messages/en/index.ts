// English. The type `Messages` is derived from this object, so its shape is that of every language.
import { chat } from "./chat.ts";
import { announcements } from "./announcements.ts";
import { controls } from "./controls.ts";
import { files } from "./files.ts";
import { mediaNotices } from "./media-notices.ts";
import { people } from "./people.ts";
import { recording } from "./recording.ts";
import { stage } from "./stage.ts";
import { startMessages } from "../start.ts";
import { waitingRoom } from "./waiting-room.ts";

export const en = {
  title: "meetogram",
  titles: { start: "meetogram: free video calls", lobby: "Ready? · meetogram" },
  language: { other: "Русский", switchTo: "Switch to Russian", failed: "Russian did not load. Check the network." },
  start: { ...startMessages.en, creating: "Opening a room…", proving: "A small puzzle first…" },
  lobby: {
    heading: "Ready to go?",
    inside: (count: number) =>
      count === 0 ? "Nobody is inside yet" : count === 1 ? "1 person is inside" : `${count} people are inside`,
    checking: "Looking into the room…",
    proving: "Solving a small puzzle for the server…",
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
  devices: {
    heading: "Devices",
    camera: "Camera",
    microphone: "Microphone",
    speaker: "Speaker",
    unnamedSpeaker: (number: number) => `Speaker ${number}`,
    speakerGone: "Your usual speaker is not there. You hear others through the system's.",
    testSpeaker: "Play a test sound",
    unnamedCamera: (number: number) => `Camera ${number}`,
    unnamedMicrophone: (number: number) => `Microphone ${number}`,
    none: "None found",
    more: "More choices",
    sound: "Sound",
    echoCancellation: "Remove echo",
    noiseSuppression: "Remove noise",
    autoGainControl: "Even out the loudness",
    hideAddress: "Hide my IP address",
    hideAddressHint:
      "Everything goes through the server's relay, a little slower. Those who are inside already may have seen your address; from your next visit on nobody will.",
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
      "It may be the one inside of another app. Open the link in Chrome, Firefox, Safari or Edge to be heard and seen, or connect here to listen and watch.",
    withoutIt: "You can connect as you are: others will see your name.",
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
    missingCamera: "No camera was found. Plug one in, or go without.",
    missingMicrophone: "No microphone was found. Plug one in: you can listen meanwhile.",
    busyCamera: "Another program uses the camera. Close it, then ask again.",
    busyMicrophone: "Another program uses the microphone. Close it, then ask again.",
    unknownCamera: "The camera did not start. Choose another one or ask again.",
    unknownMicrophone: "The microphone did not start. Choose another one or ask again.",
  },
  call: {
    heading: "Call",
    controls: "Call controls",
    you: "You",
    nameless: "Guest",
    alone: "Nobody else is connected at the moment",
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
    locked: "The room is locked: nobody new comes in.",
    soundOn: "Turn the sound on",
    soundRefused: "The browser blocked the sound.",
    joined: (name: string) => `${name} has joined`,
    left: (name: string) => `${name} is not connected any more`,
    newcomers: (names: string) =>
      `Came after you compared the safety code: ${names}. For the others nothing has changed.`,
    compare: "Compare",
    notNow: "Not now",
    signallingLost: "The server is out of reach. The call goes on; newcomers can join once it is back.",
    seatLost:
      "The connection to the room was lost. The call goes on, and this page keeps asking for your place. Until it has it, nobody new can reach you.",
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
  files,
  causes: {
    offline: "You are offline. The call comes back with your network.",
    "network-here": "Perhaps your network is gone. The call comes back with it.",
    "network-there": "Perhaps no network there, or the device sleeps. Looking for another way.",
    asleep: "Their network holds. Perhaps their tab is asleep: it may come back by itself.",
  },
  deadEnds: {
    copySummary: "Copy a summary of the call for a bug report",
    summaryCopied: "Copied. It holds no names and no addresses.",
    startOver: "New meeting",
    expired: {
      status: "Expired",
      title: "This meeting is over",
      text: "Its link no longer works. A room closes when a host ends it, or by itself some time after everybody has gone. Start a new one with one click.",
    },
    ended: {
      status: "Ended",
      title: "The host has ended this meeting",
      text: "The room was erased, and its link no longer works. Start a new one with one click.",
    },
    erased: {
      status: "Ended",
      title: "This meeting is over",
      text: "You have ended it and erased the room. Its link no longer works.",
    },
    ...waitingRoom.deadEnds,
    "not-found": {
      status: "Not found",
      title: "There is nothing at this address",
      text: "The link may have been copied in part. Ask for it again, or start a new meeting.",
    },
    full: {
      status: "Full",
      title: "Every seat is taken",
      text: "Wait until somebody leaves and try again.",
      action: "Try again",
    },
    "already-connected": {
      status: "Already connected",
      title: "You have a seat in this call already",
      text: "Another tab or window of yours has it, perhaps one that has crashed. Return to it, or move the call here.",
      action: "Move the call here",
    },
    moved: {
      status: "Moved",
      title: "The call has moved to another tab",
      text: "You may close this one, or bring the call back.",
      action: "Bring the call back",
    },
    "incomplete-link": {
      status: "Incomplete link",
      title: "This link is incomplete",
      text: "A part of it was lost or changed on its way. Ask for the link again and open the whole of it.",
    },
    locked: {
      status: "Locked",
      title: "The room is locked",
      text: "Its host lets nobody else in at the moment. Ask the host to unlock it and try again.",
      action: "Try again",
    },
    removed: {
      status: "Removed",
      title: "You have been removed",
      text: "The host has ended your part in this meeting.",
    },
    lost: {
      status: "Lost",
      title: "The connection to the room was lost",
      text: "The server no longer knows your place in it, and does not say why. Perhaps the meeting was ended, or the server has lost its data.",
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
      title: "This browser cannot hold a call",
      text: "It lacks WebRTC or encryption. Copy the link and open it in a current Chrome, Firefox, Safari or Edge.",
    },
    insecure: {
      status: "Without https",
      title: "This page was opened without https",
      text: "Browsers then give it no camera, no microphone and no encryption, so there can be no call. Open the same address with https.",
      action: "Open with https",
    },
  },
  popups: {
    retry: "Try again",
    close: "Close",
    network: { title: "You are offline", text: "Try again when the network is back." },
    "no-answer": {
      title: "The request did not get through",
      text: "Perhaps an extension or a firewall blocks it, or the server is away for a moment. Try again; if it stays so, try without extensions or in another network.",
    },
    internal: { title: "Something broke on the server", text: "It is not your fault. Try again in a moment." },
    "rate-limited": { title: "Too many requests", text: "Wait a little before the next try." },
    waitSeconds: (seconds: number) => `Try again in ${seconds} s`,
    "invalid-request": {
      title: "The server did not accept this request",
      text: "Reload the page: it may be older than the server.",
    },
    "connect-failed": {
      title: "Could not enter the room",
      text: "The page does not know why. Try again, or reload it.",
    },
    "load-failed": {
      title: "A part of the page did not start",
      text: "Perhaps you are offline, or the page is older than the server. Try again, or reload it.",
    },
    "copy-failed": {
      title: "Nothing was copied",
      text: "Perhaps the browser keeps the clipboard closed. A link can be copied from the address bar, too.",
    },
    "screen-blocked": {
      title: "The system does not let the browser record the screen",
      text: "Allow it in the system's settings, under screen recording, then try again.",
    },
    "screen-missing": {
      title: "There is nothing to share",
      text: "The browser has found no screen and no window on this device.",
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
    "app-check-failed": {
      title: "The server did not accept this device's puzzle",
      text: "That can happen when the network changes. If it happens again, tell whoever runs this site.",
    },
    "host-expected": {
      title: "The host may be coming back",
      text: "If the host stays away for ten minutes from now, you can erase this room.",
    },
    "other-key": {
      title: "A message could not be opened",
      text: "Perhaps somebody has another key or password. Make sure that everyone has opened the same link.",
    },
    "signal-refused": {
      title: "Somebody sends what cannot be opened here",
      text: "They may have another link or password, or it was changed on its way. The list of people shows them, and you can remove them there.",
    },
    "signal-flood": {
      title: "Somebody sends very many messages",
      text: "Their page may be broken, or mean harm. The list of people shows them, and you can remove them there.",
    },
    "connection-closed": {
      title: "A connection was closed",
      text: "More messages came over it than a page takes in. When one of the two pages is reloaded, they connect again.",
    },
  },
  passwordWrong: "The password is wrong",
  passwordMissing: "Enter the room's password",
};

export type Messages = typeof en;
