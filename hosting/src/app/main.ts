// The first script. It puts the texts of the start screen into the page that is already painted,
// then loads the application.
import { askAhead } from "./ask-ahead.ts";
import { chooseLanguage, readLanguage } from "../messages/language.ts";
import { loadMessages } from "../messages/load-messages.ts";
import { learnPermissions } from "../meeting/devices/device-permissions.ts";
import { loadSeat } from "../meeting/entrance/load-seat.ts";
import { languages, startMessages } from "../messages/start.ts";
import { isEmbedded } from "../navigation/embed-address.ts";
import "../ui/start.css";

/** The page around a frame may ask for a language. */
const asked = isEmbedded ? new URLSearchParams(window.location.search).get("lang") : null;
const language = chooseLanguage(languages, asked, [readLanguage(languages)]);
const messages = startMessages[language]!;
const line = document.querySelector(".start-line");
const what = document.querySelector(".start-what");
const go = document.querySelector<HTMLButtonElement>(".start-go");
const isStart = window.location.pathname === "/";
let didPressGo = isStart && takeShortcut();

/** The installed site's shortcut opens `/?new`. A reload does not make another meeting. */
function takeShortcut(): boolean {
  if (window.location.search !== "?new") return false;
  history.replaceState(history.state, "", "/");
  return true;
}

document.documentElement.lang = language;
document.documentElement.dir = messages.direction;
if (isStart && line !== null && what !== null && go !== null) {
  line.textContent = messages.line;
  what.textContent = messages.what;
  go.textContent = messages.go;
  go.addEventListener("click", () => {
    didPressGo = true;
    go.setAttribute("aria-busy", "true");
  });
}

// A visitor with an invitation needs the room's screen, its texts and the first answers anyway.
// They load in parallel with the application.
const isForRoom = isEmbedded || /^\/+r\//i.test(window.location.pathname);
if (isForRoom) {
  // A page without https says so, and asks for nothing.
  if (window.isSecureContext) askAhead(window.location);
  import("./RoomView.vue").catch(() => undefined);
  learnPermissions();
}

const application = import("./mount-app.ts");
// Firestore is needed once the server has given a seat. Until the application is there, it would
// take a share of its line.
if (isForRoom) application.then(loadSeat).catch(() => undefined);

const preparing = isEmbedded ? import("../embed/prepare-frame.ts").then((frame) => frame.prepareFrame()) : null;

Promise.all([application, loadMessages(language, { isForRoom }), preparing])
  .then(([{ mountApp }, spoken]) => mountApp({ didPressGo, spoken }))
  .catch(() => {
    if (line !== null) line.textContent = messages.loadFailed;
  });
