// Texts that are the same as in English on purpose. A text that is not here was forgotten.
const units = ["people.figures.milliseconds", "people.figures.kilobits", "files.perSecond"];
const chat = ["chat.heading", "chat.open", "chat.fileName"];

export const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  "every language": ["title", "start.direction"],
  de: [...units, ...chat, "controls.short.hand", "people.host", "people.figures.picture"],
  es: [...units, ...chat, ...["🐼", "🐨", "🌵", "🍕"].map((picture) => `safetyPictures.${picture}`)],
};
