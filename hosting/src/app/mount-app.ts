// Vue takes over the page that index.html has painted. Separate from main.ts, so that the texts
// arrive before Vue does.
import { createApp } from "vue";
import type { Spoken } from "../messages/load-messages.ts";
import { setLanguage } from "../messages/useLanguage.ts";
import { keepShell } from "../browser/keep-shell.ts";
import App from "./App.vue";

/** `didPressGo`: the button was pressed before this script loaded. */
export function mountApp(options: { didPressGo: boolean; spoken: Spoken }): void {
  setLanguage(options.spoken);
  createApp(App, { didPressGo: options.didPressGo }).mount("#app");
  keepShell();
}
