// The page of the call's suites: the real call screen with the real devices of the browser, among
// people who are nowhere. Tests drive it by `window.testCall`.
import { createApp, h } from "vue";
import "../src/ui/start.css";
import { readLanguage } from "../src/messages/language.ts";
import { loadMessages } from "../src/messages/load-messages.ts";
import { languages } from "../src/messages/start.ts";
import { setLanguage } from "../src/messages/useLanguage.ts";
import { loadRestOfCall } from "../src/screens/call/load-rest.ts";
import NowhereView from "./nowhere/NowhereView.vue";

const app = createApp({ render: () => h(NowhereView, { onLeave: () => app.unmount() }) });
setLanguage(await loadMessages(readLanguage(languages), { isForRoom: true }));
// A visit does it in the lobby.
await loadRestOfCall();
app.mount("#app");
