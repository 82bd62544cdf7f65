// Why somebody is not heard from, as far as the page can tell.

export const causes = {
  offline: "You are offline. The call comes back when your network does.",
  "network-here": "Perhaps your network is down. The call comes back when it does.",
  "network-there": "Perhaps their network is down, or their device is asleep. Looking for another way.",
  asleep: "Their network works. Perhaps their tab is asleep: it may come back by itself.",
};
