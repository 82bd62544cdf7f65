import type { MenuMessages } from "../../types/call/menus.ts";

export const menus: MenuMessages = {
  reactions: {
    "👍": "Daumen hoch",
    "❤️": "Herz",
    "👏": "Applaus",
    "😂": "Lachen",
    "😮": "Staunen",
    "🎉": "Jubel",
  },
  reacted: (name, reaction) => `${name} reagiert: ${reaction}`,
  shortcuts: "Tastenkürzel",
  shortcutNames: {
    microphone: "Mikrofon an oder aus",
    camera: "Kamera an oder aus",
    hand: "Hand heben oder senken",
    people: "Personen",
    shortcuts: "Diese Liste",
  },
  holdToTalk: "Zum Sprechen halten",
  space: "Leertaste",
  sounds: "Töne",
  soundsHint: "Wenn jemand kommt oder geht, die Hand hebt oder schreibt. Bei mehr als sechs Personen aus.",
  leaving: {
    question: "Anruf verlassen?",
    hint: "Mit demselben Link können Sie zurückkommen.",
    stay: "Bleiben",
  },
  singleLetters: "Buchstaben ohne Alt",
  singleLettersHint: "Der Buchstabe allein genügt, außer wenn Sie gerade tippen.",
  close: "Schließen",
};
