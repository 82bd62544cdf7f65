// The lobby: the preview, the name, Connect.
import { count } from "../count.ts";

export const lobby = {
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
};
