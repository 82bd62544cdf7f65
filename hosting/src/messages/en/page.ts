// What the page says before and around a room. It is loaded with the start, so it stays small.
import { start } from "./start.ts";
import { theme } from "./theme.ts";

export const page = {
  titles: { start: "meetogram: free video calls", lobby: "Ready? · meetogram" },
  language: {
    label: "Language",
    failed: (name: string) => `${name} did not load. Check the network, then choose it again.`,
  },
  start: { ...start, creating: "Opening a room…", proving: "Checking your browser…" },
  theme,
  popups: {
    retry: "Try again",
    close: "Close",
    network: { title: "You are offline", text: "Try again when the network is back." },
    "no-answer": {
      title: "The request did not get through",
      text: "Perhaps an extension or a firewall blocks it, or the server is down for a moment. Try again. If that does not help, try without extensions or on another network.",
    },
    internal: { title: "Something broke on the server", text: "It is not your fault. Try again in a moment." },
    /** Before the number of the request that failed. */
    forOperator: "For the operator of this site:",
    "rate-limited": { title: "Too many requests", text: "Wait a moment before you try again." },
    waitSeconds: (seconds: number) => `Try again in ${seconds} s`,
    "invalid-request": {
      title: "The server did not accept this request",
      text: "Reload the page: it may be older than the server.",
    },
    "load-failed": {
      title: "A part of the page did not load",
      text: "Perhaps you are offline, or the page is older than the server. Try again, or reload it.",
    },
    "app-check-failed": {
      title: "The server could not check this browser",
      text: "This can happen when the network changes. If it happens again, tell whoever runs this site.",
    },
  },
};

export type PageMessages = typeof page;
