// Texts that are the same as in English on purpose. A text that is not here was forgotten.
const units = ["people.figures.milliseconds", "people.figures.kilobits", "transfers.perSecond"];
const chat = ["chat.heading", "chat.open", "chatPanel.fileName"];

export const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  "every language": ["start.direction"],
  de: [...units, ...chat, "controls.short.hand", "people.host", "people.figures.picture", "invite.calendar.title"],
  es: [
    ...units,
    ...chat,
    "invite.calendar.minutes",
    ...["🐼", "🐨", "🌵", "🍕"].map((picture) => `safetyPictures.${picture}`),
  ],
};
