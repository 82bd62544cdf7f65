// Which of several participants with the same name one is: "Anna", "Anna (2)". A participant keeps
// its number for the visit, also when the first Anna leaves or reloads: nobody becomes another one.
import { comparableName } from "@meetogram/contract";

export interface NameNumbers {
  /** From 1. */
  numberOf(participantID: string, name: string): number;
}

/** What is shown of a name and its number. */
export function numberedName(name: string, number: number): string {
  return number === 1 ? name : `${name} (${number})`;
}

export function createNameNumbers(): NameNumbers {
  /** One for each participant, so that nobody takes up more names than one. */
  const taken = new Map<string, { readonly name: string; readonly number: number; readonly shown: string }>();

  return {
    numberOf(participantID, name) {
      const own = taken.get(participantID);
      if (own?.name === name) return own.number;
      const others = new Set([...taken].flatMap(([id, { shown }]) => (id === participantID ? [] : shown)));
      let number = 1;
      let shown: string;
      // Somebody may have called themselves "Anna (2)".
      while (others.has((shown = comparableName(numberedName(name, number))))) number += 1;
      taken.set(participantID, { name, number, shown });
      return number;
    },
  };
}
