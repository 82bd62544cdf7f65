import type { MenuMessages } from "../../types/call/menus.ts";

export const menus: MenuMessages = {
  reactions: {
    "👍": "Thumbs up",
    "❤️": "Heart",
    "👏": "Applause",
    "😂": "Laughter",
    "😮": "Surprise",
    "🎉": "Celebration",
  },
  reacted: (name, reaction) => `${name} reacts: ${reaction}`,
  shortcuts: "Keyboard shortcuts",
  shortcutNames: {
    microphone: "Microphone on or off",
    camera: "Camera on or off",
    hand: "Raise or lower your hand",
    people: "People",
    shortcuts: "This list",
  },
  holdToTalk: "Hold to talk",
  space: "Space",
  sounds: "Sounds",
  soundsHint: "When people come and go, raise a hand or write. Off in calls of more than six.",
  leaving: { question: "Leave the call?", hint: "You can come back with the same link.", stay: "Stay" },
  singleLetters: "Letters without Alt",
  singleLettersHint: "Press the letter alone, except while you are typing.",
  close: "Close",
};
