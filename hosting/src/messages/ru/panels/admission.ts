import type { AdmissionMessages } from "../../types/panels/admission.ts";
import { count } from "../count.ts";

export const admission: AdmissionMessages = {
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
};
