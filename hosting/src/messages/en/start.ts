import type { StartMessages } from "../start.ts";

export const start: StartMessages = {
  name: "English",
  direction: "ltr",
  line: "Fast communication for effective people.",
  what: "Free video calls for up to eight. No account, end-to-end encrypted.",
  go: "Start a meeting",
  loadFailed: "The page did not load in full. Check the network and reload.",
};
