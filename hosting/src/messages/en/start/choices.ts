import type { StartChoiceMessages } from "../../types/start/choices.ts";
import { recent } from "./recent.ts";

export const startChoices: StartChoiceMessages = {
  label: "Other ways to meet",
  join: {
    label: "Join with a link",
    placeholder: "Paste the link",
    submit: "Join",
    looking: "Looking…",
    empty: "Paste the link that you were sent.",
    none: "There is no meeting link in this text. Copy the whole link and paste it here.",
    cut: "This link is cut: its end, after the #, is missing or too short. Copy the whole link, or ask for it again.",
    elsewhere: "This link belongs to another site.",
    openElsewhere: (host) => `Open it at ${host}`,
  },
  room: {
    heading: "More",
    chosen: {
      password: "password",
      seats: (count) => `up to ${count} people`,
      waiting: "waiting room",
    },
    password: "Password",
    passwordHint: "Others have to enter it. Send it apart from the link.",
    seats: "Most people in the room",
    seatsHint: "More than eight can be too much for phones.",
    waitingRoom: "Waiting room",
    waitingRoomHint: "Others come in when you admit them.",
  },
  footer: {
    label: "About this site",
    source: "Source code",
    documentation: "Documentation",
    privacy: "Privacy",
    security: "Security",
  },
  recent,
};
