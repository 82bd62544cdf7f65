import type { AdmissionMessages } from "../../types/panels/admission.ts";
import { count } from "../count.ts";

export const admission: AdmissionMessages = {
  wouldLikeToComeIn: (name) => `${name} möchte eintreten`,
  manyWouldLikeToComeIn: (number) => count(number, "Person möchte eintreten", "Personen möchten eintreten"),
  note: "Warteraum",
  admit: "Einlassen",
  admitAll: "Alle einlassen",
  refuse: "Ablehnen",
  admitPerson: (name) => `${name} einlassen`,
  refusePerson: (name) => `${name} ablehnen`,
  look: "Wer ist es?",
  asks: "Bittet um Einlass",
  switchLabel: "Warteraum",
  switchHint: "Neue Personen treten ein, wenn Sie sie einlassen.",
  switchOffHint:
    "Neue Personen treten ein, wenn Sie sie einlassen. Wenn Sie ihn ausschalten, treten alle ein, die warten.",
};
