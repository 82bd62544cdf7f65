import type { WaitingRoomMessages } from "../types/waiting-room.ts";
import { count } from "./count.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Ask to join",
  asking: "Asking…",
  asked: "The host has been asked. You come in as soon as they admit you. Until then nobody here sees or hears you.",
  hostAway: "Perhaps the host is not in the call right now. You stay in line.",
  cancel: "Cancel",
  wouldLikeToComeIn: (name) => `${name} would like to come in`,
  manyWouldLikeToComeIn: (number) => `${count(number, "person", "people")} would like to come in`,
  note: "Waiting room",
  admit: "Admit",
  admitAll: "Admit all",
  refuse: "Decline",
  admitPerson: (name) => `Admit ${name}`,
  refusePerson: (name) => `Decline ${name}`,
  look: "See who",
  asks: "Asks to come in",
  switchLabel: "Waiting room",
  switchHint: "New people come in when you admit them.",
  switchOffHint: "New people come in when you admit them. If you turn it off, everybody who is waiting comes in.",
  deadEnds: {
    refused: {
      status: "Not admitted",
      title: "The host did not let you in",
      text: "You can ask again in a minute; after a second refusal it takes longer. Writing to the host is faster.",
      action: "Ask again",
    },
  },
};
