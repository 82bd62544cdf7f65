import type { RecentMessages } from "../../types/start/recent.ts";

export const recent: RecentMessages = {
  heading: "Recent rooms",
  remember: "Remember rooms in this browser",
  rememberHint:
    "Their links, and that you are host, stay here until the room expires. Whoever uses this browser can open them.",
  refused:
    "This browser keeps nothing for this site, or has no room left. Allow the site to store data, or keep the link yourself.",
  empty: "No room yet. The next one that you are in will be here.",
  room: (part, when) => `Room ${part}, ${when}`,
  host: "You are host",
  forget: "Forget",
  forgetRoom: (part) => `Forget room ${part}`,
  forgetAll: "Forget all",
};
