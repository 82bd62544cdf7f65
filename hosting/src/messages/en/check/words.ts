// The check of a device, before a call or when one does not work.
import type { CheckMessages } from "../../types/check.ts";
import { found } from "./found.ts";

export const check: CheckMessages = {
  title: "Check this device · meetogram",
  heading: "Check this device",
  intro:
    "This page tries everything that a call needs: browser, camera, microphone, network, and a call with itself. It takes half a minute. The browser will ask for your camera and microphone. Nobody sees or hears you.",
  start: "Start the check",
  again: "Check again",
  begun: "The check has begun.",
  done: (ok: number, look: number, failed: number) => `Done. OK: ${ok}, to look at: ${look}, failed: ${failed}.`,
  preview: "Your camera",
  results: "Results",
  verdicts: { ok: "OK", look: "Look at this", failed: "Failed", running: "Checking…", waiting: "Waiting" },
  lines: {
    browser: "Browser",
    features: "What it can do",
    storage: "Storage",
    camera: "Camera",
    microphone: "Microphone",
    speakers: "Speakers",
    codecs: "Codecs",
    sealing: "Encryption",
    server: "Server",
    firestore: "Way to the rooms",
    network: "Ways through the network",
    call: "A call with itself",
  },
  names: {
    Clipboard: "copying to the clipboard",
    "Full screen": "full screen",
    Notifications: "notifications",
    "Picture-in-Picture": "the small window",
    "Private file system": "keeping files",
    Recording: "recording",
    "Screen sharing": "screen sharing",
    "Speaker choice": "choosing the speaker",
    "Wake lock": "keeping the screen on",
    "Web Locks": "noticing other tabs",
  },
  found,
  report: {
    heading: "Report",
    text: "For whoever helps you. It has no addresses, no names, no links and no names of devices. It goes nowhere unless you send it.",
    copy: "Copy report",
    copied: "Report copied",
    refused: "The browser blocks the clipboard. Select the text and copy it.",
  },
  toStart: "To the start page",
};
