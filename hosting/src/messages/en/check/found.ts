// What the check may find, for each of its lines.
import type { CheckMessages } from "../../types/check.ts";

type Text = string | number;

export const found: CheckMessages["found"] = {
  any: {
    "no-webrtc": "This browser has no WebRTC, so there is nothing to check.",
    broken: "This part of the check broke. Check again. If it breaks again, send the report to whoever helps you.",
  },
  device: {
    denied:
      "The browser keeps it from this page. Open the site's permissions beside the address, allow it, then check again.",
    blocked:
      "The system keeps it from this browser. Allow it in the system's settings, under privacy, then check again.",
    dismissed: "The browser's question was closed. Check again and press Allow.",
    unanswered: "Nobody answered the browser's question. Check again and press Allow.",
    missing: "None was found. Plug one in and check again. You can also join without it.",
    "in-use": "It did not start. Perhaps another program uses it: close that, then check again.",
    unsupported:
      "This browser gives pages no camera and no microphone. Perhaps it is part of another app: open the page in the browser itself.",
    unknown: "It did not start, and the browser does not say why. Restart the browser, then check again.",
  },
  browser: {
    ok: (browser: Text, version: Text, system: Text) => `This is ${browser} ${version} on ${system}.`,
    unnamed: "The page does not know this browser by name. That alone is no fault.",
    insecure:
      "The page was opened without https, so the browser gives it no camera, no microphone and no encryption. Open the same address with https.",
    missing: (_browser: Text, _version: Text, _system: Text, missing: Text) =>
      `It lacks ${missing}, so it cannot make calls. Open this page in a current Chrome, Firefox, Safari or Edge.`,
  },
  features: {
    ok: "Everything that a call can use is there.",
    missing: (missing: Text) => `Missing here: ${missing}. Calls work without that. The buttons for it do not appear.`,
  },
  storage: {
    ok: "The browser keeps your name and your choices.",
    refused:
      "The browser keeps nothing for this page. Calls work, but your name and your choices are forgotten. Perhaps this is a private window, or a setting forbids it.",
  },
  camera: {
    ok: (width: Text, height: Text, cameras: Text) =>
      `The picture moves, at ${width} × ${height}. Cameras found: ${cameras}.`,
    still:
      "There is a picture, but it does not move. Perhaps the camera hangs: unplug it, or close other programs that use it, then check again.",
    black: "The picture is black. Perhaps a lid or a switch covers the camera.",
    "no-picture":
      "The camera is on, but no picture comes. Perhaps another program holds it: close that, then check again.",
  },
  microphone: {
    ok: (microphones: Text) => `Sound comes in. Microphones found: ${microphones}.`,
    silent: "Nothing comes in, not even noise. Perhaps the microphone is switched off, at the device or in the system.",
    muted: "The system has muted the microphone. Perhaps a phone call or another app has it.",
    untold: "The microphone is on. Whether sound comes in, the browser did not let the page hear.",
  },
  speakers: {
    ok: (speakers: Text) => `Speakers found: ${speakers}. You can choose one in the call.`,
    system: "The browser lists none. You hear the others through the speaker that the system uses.",
  },
  codecs: {
    ok: (sent: Text, received: Text) => `Pictures are sent as ${sent}, and received as ${received}.`,
    uncommon: (sent: Text, received: Text) =>
      `Pictures are sent as ${sent}, and received as ${received}. Some other browsers may know none of them.`,
    "no-opus": "The browser lacks Opus, so there would be no sound. Update it, or use another one.",
    "no-video":
      "The browser lacks a codec for pictures in both directions. There may be no picture. Update it, or use another one.",
    untold: "The browser does not say. Perhaps it is an old one. Calls may work all the same.",
  },
  sealing: {
    ok: "A sealed message opens, and one that was changed on the way does not.",
    changed: "What was sealed came out changed. Do not make calls with this browser. Update it, or use another one.",
    open: "A message that was changed on the way opened. Do not make calls with this browser. Update it, or use another one.",
    refused: "The browser refuses to encrypt. Update it, or use another one.",
  },
  server: {
    ok: (tookMs: Text) => `It answers after ${tookMs} ms.`,
    slow: (tookMs: Text) =>
      `It answers after ${tookMs} ms, which is slow. Perhaps it had to wake up, or the network is slow. Check again.`,
    offline: "This device is offline. Connect it to a network, then check again.",
    "no-answer":
      "No answer came. Perhaps a firewall or an extension blocks this site, or the server is down. Try without extensions, or on another network.",
    refused: (status: Text) =>
      `It answers with an error (${status}). Check again in a minute. If it stays, send the report to whoever runs this site.`,
  },
  firestore: {
    ok: (tookMs: Text) => `It is open, after ${tookMs} ms.`,
    "no-answer":
      "It is closed, so no room can be entered. Perhaps a firewall or an extension blocks firestore.googleapis.com. Try without extensions, or on another network.",
    unasked: "It was not tried: the site did not say where its rooms are.",
  },
  network: {
    ok: (host: Text, srflx: Text, relay: Text) =>
      `Ways found: direct ${host}, over the public address ${srflx}, over the relay ${relay}.`,
    "without-relay": (host: Text, srflx: Text) =>
      `Ways found: direct ${host}, over the public address ${srflx}. This site has no relay, so calls from strict networks may not connect.`,
    unasked: (host: Text, srflx: Text, relay: Text) =>
      `Ways found: direct ${host}, over the public address ${srflx}, over the relay ${relay}. The server did not say which helpers it has.`,
    "no-relay": (host: Text, srflx: Text) =>
      `Ways found: direct ${host}, over the public address ${srflx}, and none over the relay. Perhaps this network blocks it. Try another network.`,
    "no-public": (host: Text) =>
      `Ways found: direct ${host}, and none to the outside. Perhaps this network blocks UDP. Calls may connect within it only.`,
    none: "No way was found. Perhaps an extension, a VPN or a setting of the browser switches WebRTC off.",
  },
  call: {
    ok: (pictureMs: Text, soundMs: Text) => `The picture arrives after ${pictureMs} ms, the sound after ${soundMs} ms.`,
    drawn: (pictureMs: Text, soundMs: Text) =>
      `The picture arrives after ${pictureMs} ms, the sound after ${soundMs} ms. The page drew the picture: there was no camera.`,
    "sound-untold": (pictureMs: Text) =>
      `The picture arrives after ${pictureMs} ms, and the sound arrives too. Whether it can be heard, the browser does not say.`,
    "not-started": "It could not begin. Restart the browser, then check again.",
    "not-connected":
      "The page could not reach itself. Perhaps an extension or a security program blocks WebRTC. Try without it, or in another browser.",
    "no-picture":
      "It connected, but no picture arrived. Perhaps this device's video encoder does not work. Restart the browser, or try another one.",
    "no-sound": "It connected, but no sound arrived. Restart the browser, or try another one.",
    untold: "It began, but the browser does not say what arrived.",
  },
};
