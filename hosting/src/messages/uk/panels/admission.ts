import type { AdmissionMessages } from "../../types/panels/admission.ts";
import { count } from "../count.ts";

export const admission: AdmissionMessages = {
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
};
