import type { WaitingRoomMessages } from "../types/waiting-room.ts";
import { count } from "./count.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Попросити увійти",
  asking: "Просимо впустити…",
  asked: "Ми передали організатору. Ви ввійдете, щойно вас упустять. До того вас тут ніхто не бачить і не чує.",
  hostAway: "Можливо, організатора зараз немає в дзвінку. Ви залишаєтеся в черзі.",
  cancel: "Скасувати",
  wouldLikeToComeIn: (name) => `Проситься увійти: ${name}`,
  manyWouldLikeToComeIn: (number) =>
    `${count(number, "людина просить", "людини просять", "людей просять", "людини просять")} впустити`,
  note: "Кімната очікування",
  admit: "Впустити",
  admitAll: "Впустити всіх",
  refuse: "Відмовити",
  admitPerson: (name) => `Впустити: ${name}`,
  refusePerson: (name) => `Відмовити: ${name}`,
  look: "Хто це",
  asks: "Проситься увійти",
  switchLabel: "Кімната очікування",
  switchHint: "Нові учасники входять, коли ви їх упустите.",
  switchOffHint: "Нові учасники входять, коли ви їх упустите. Якщо вимкнути, увійдуть усі, хто чекає.",
  deadEnds: {
    refused: {
      status: "Не впустили",
      title: "Організатор вас не впустив",
      text: "Попроситися знову можна за хвилину, а після другої відмови — пізніше. Швидше написати організатору.",
      action: "Попроситися знову",
    },
  },
};
