import type { AdmissionMessages } from "../../types/panels/admission.ts";
import { count } from "../count.ts";

export const admission: AdmissionMessages = {
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
};
