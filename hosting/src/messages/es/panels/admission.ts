import type { AdmissionMessages } from "../../types/panels/admission.ts";
import { count } from "../count.ts";

export const admission: AdmissionMessages = {
  wouldLikeToComeIn: (name) => `${name} quiere entrar`,
  manyWouldLikeToComeIn: (number) => count(number, "persona quiere entrar", "personas quieren entrar"),
  note: "Sala de espera",
  admit: "Admitir",
  admitAll: "Admitir a todos",
  refuse: "Rechazar",
  admitPerson: (name) => `Admitir a ${name}`,
  refusePerson: (name) => `Rechazar a ${name}`,
  look: "Ver quién es",
  asks: "Pide entrar",
  switchLabel: "Sala de espera",
  switchHint: "Las personas nuevas entran cuando las admites.",
  switchOffHint: "Las personas nuevas entran cuando las admites. Si la desactivas, entran todas las que esperan.",
};
