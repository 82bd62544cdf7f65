// Vue takes over the page that index.html has painted. Separate from main.ts, so that the texts
// arrive before Vue does.
import { createApp } from "vue";
import App from "./App.vue";

/** `didPressGo`: Go was pressed before this script loaded. */
export function mountApp(options: { didPressGo: boolean }): void {
  createApp(App, options).mount("#app");
}
