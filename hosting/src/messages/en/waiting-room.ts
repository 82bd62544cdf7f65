import type { WaitingRoomMessages } from "../waiting-room.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Ask to join",
  asking: "Asking…",
  asked: "The host has been asked. You come in as soon as they let you in. Until then nobody here sees or hears you.",
  hostAway: "Perhaps no host is in the call at the moment. You stay in line.",
  cancel: "Cancel",
  wouldLikeToComeIn: (name) => `${name} would like to come in`,
  manyWouldLikeToComeIn: (count) => `${count} people would like to come in`,
  note: "Waiting room",
  admit: "Admit",
  admitAll: "Admit all",
  refuse: "Refuse",
  admitPerson: (name) => `Admit ${name}`,
  refusePerson: (name) => `Refuse ${name}`,
  look: "See who",
  asks: "Asks to come in",
  switchLabel: "Waiting room",
  switchHint: "New people come in when you admit them.",
  switchOffHint: "New people come in when you admit them. If you switch it off, everybody who waits comes in.",
  deadEnds: {
    refused: {
      status: "Not admitted",
      title: "The host did not let you in",
      text: "You may ask again in a minute; after a second time it takes longer. It is faster to write to the host.",
      action: "Ask again",
    },
  },
};
