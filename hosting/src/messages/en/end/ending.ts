import type { EndingMessages } from "../../types/end/ending.ts";

const amount = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;

export const ending: EndingMessages = {
  duration: (minutes) => {
    if (minutes < 1) return "You were in the call for less than a minute.";
    const hours = Math.floor(minutes / 60);
    const parts = [hours > 0 && amount(hours, "hour"), minutes % 60 > 0 && amount(minutes % 60, "minute")];
    return `You were in the call for ${parts.filter((part) => part !== false).join(" and ")}.`;
  },
  stored: {
    open: "What is still stored, and until when",
    loading: "Asking the server…",
    nothing: "Nothing of this meeting is stored any more.",
  },
  erase: {
    label: "Erase the room now",
    question: "Everybody who is still inside leaves the call, everything stored is erased, and the link stops working.",
    confirm: "Erase",
    erasing: "Erasing…",
    cancel: "Cancel",
  },
  rating: {
    question: "How was the call?",
    good: "Good",
    bad: "Not so good",
    glad: "Glad to hear it. Your answer stays here: nothing was sent.",
    sorry:
      "Sorry about that. Nothing was sent. If you want it to get better, copy the summary, add what went wrong, and send both to whoever runs this site. It says how the connections were, without names and addresses.",
    copy: "Copy the summary",
    copied: "Summary copied",
  },
};
