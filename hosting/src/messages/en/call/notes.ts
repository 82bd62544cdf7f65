// The notes above the pictures.

export const notes = {
  locked: "The room is locked: nobody new can join.",
  soundOn: "Turn the sound on",
  soundRefused: "The browser blocked the sound.",
  newcomers: (names: string) =>
    `Joined after you compared the safety code: ${names}. Nothing has changed for the others.`,
  compare: "Compare",
  notNow: "Not now",
  signallingLost: "The server cannot be reached. The call goes on. New people can join when it is back.",
  seatLost:
    "The connection to the room was lost. The call goes on, and this page keeps asking for your place. Until then, nobody new can reach you.",
  askForSeat: "Ask now",
  sharing: "Everybody here sees your screen.",
  stopShort: "Stop",
  mutedSpeech: "Your microphone is off. If you are speaking, nobody hears you.",
};
