// The words of a problem. Those that the start needs come with the page, the others with a room.
import { useLanguage } from "../messages/useLanguage.ts";
import type { Problem } from "./problem.ts";

interface ProblemWords {
  readonly title: string;
  readonly text: string;
  readonly action?: string;
}

function isOfPage<Texts extends object>(code: PropertyKey, popups: Texts): code is keyof Texts {
  return code in popups;
}

export function useProblemWords(): (problem: Problem) => ProblemWords {
  const { messages, pageMessages } = useLanguage();
  return ({ code }) => {
    const { popups } = pageMessages.value;
    return isOfPage(code, popups) ? popups[code] : messages.value.popups[code];
  };
}
