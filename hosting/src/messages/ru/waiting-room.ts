import type { WaitingRoomMessages } from "../types/waiting-room.ts";
import { count } from "./count.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Попросить войти",
  asking: "Просим впустить…",
  asked: "Мы передали организатору. Вы войдёте, как только вас впустят. До этого вас здесь никто не видит и не слышит.",
  hostAway: "Возможно, организатора сейчас нет в звонке. Вы остаётесь в очереди.",
  cancel: "Отменить",
  wouldLikeToComeIn: (name) => `Просится войти: ${name}`,
  manyWouldLikeToComeIn: (number) => `${count(number, "человек просит", "человека просят", "человек просят")} впустить`,
  note: "Комната ожидания",
  admit: "Впустить",
  admitAll: "Впустить всех",
  refuse: "Отказать",
  admitPerson: (name) => `Впустить: ${name}`,
  refusePerson: (name) => `Отказать: ${name}`,
  look: "Кто это",
  asks: "Просится войти",
  switchLabel: "Комната ожидания",
  switchHint: "Новые участники входят, когда вы их впустите.",
  switchOffHint: "Новые участники входят, когда вы их впустите. Если выключить, войдут все, кто ждёт.",
  deadEnds: {
    refused: {
      status: "Не впустили",
      title: "Организатор вас не впустил",
      text: "Попроситься снова можно через минуту, а после второго отказа — позже. Быстрее написать организатору.",
      action: "Попроситься снова",
    },
  },
};
