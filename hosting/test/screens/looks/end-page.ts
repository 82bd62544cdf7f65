// The page of the ends: the real page after a visit, for any reason, with a call behind it or none.
import { createApp, h, shallowRef } from "vue";
import "../../../src/ui/start.css";
import { keepLastCall } from "../../../src/meeting/last-call.ts";
import type { DeadEndReason } from "../../../src/meeting/meeting-phase.ts";
import { readLanguage } from "../../../src/messages/language.ts";
import { loadMessages } from "../../../src/messages/load-messages.ts";
import { languages } from "../../../src/messages/start.ts";
import { setLanguage, withRestMessages } from "../../../src/messages/useLanguage.ts";
import PopupList from "../../../src/popups/PopupList.vue";
import EndView from "../../../src/screens/end/EndView.vue";

declare global {
  interface Window {
    showEnd(reason: DeadEndReason): void;
  }
}

const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
const reason = shallowRef<DeadEndReason>("left");
window.showEnd = (now) => (reason.value = now);

setLanguage(await loadMessages(readLanguage(languages), { isForRoom: true }));
await withRestMessages(Promise.resolve());
keepLastCall({ uuid, summary: "A summary", tookMs: 700_000, wasHost: true, password: null });
createApp({
  setup: () => () => [
    h(EndView, { key: reason.value, reason: reason.value, link: { uuid, key: "key" } as never }),
    h(PopupList),
  ],
}).mount("#app");
