// The texts of the waiting room: for whoever knocks, and for the host who decides.
import type { Language } from "./language.ts";

interface DeadEnd {
  readonly status: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

export interface WaitingRoomMessages {
  readonly ask: string;
  readonly asking: string;
  readonly asked: string;
  readonly hostAway: string;
  readonly cancel: string;
  readonly wouldLikeToComeIn: (name: string) => string;
  readonly manyWouldLikeToComeIn: (count: number) => string;
  readonly note: string;
  readonly admit: string;
  readonly admitAll: string;
  readonly refuse: string;
  readonly admitPerson: (name: string) => string;
  readonly refusePerson: (name: string) => string;
  readonly look: string;
  readonly asks: string;
  readonly switchLabel: string;
  readonly switchHint: string;
  readonly switchOffHint: string;
  readonly deadEnds: { readonly refused: DeadEnd };
}

const en: WaitingRoomMessages = {
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

const plural = new Intl.PluralRules("ru");
const people = { one: "человек просит", few: "человека просят", many: "человек просят" } as const;

function count(number: number): string {
  const form = plural.select(number);
  return `${number} ${form === "one" || form === "few" ? people[form] : people.many}`;
}

const ru: WaitingRoomMessages = {
  ask: "Попросить войти",
  asking: "Просим впустить…",
  asked: "Мы передали организатору. Вы войдёте, как только вас впустят. До этого вас здесь никто не видит и не слышит.",
  hostAway: "Возможно, организатора сейчас нет в звонке. Вы остаётесь в очереди.",
  cancel: "Отменить",
  wouldLikeToComeIn: (name) => `Просится войти: ${name}`,
  manyWouldLikeToComeIn: (number) => `${count(number)} впустить`,
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

export const waitingRoomMessages: Readonly<Record<Language, WaitingRoomMessages>> = { en, ru };
