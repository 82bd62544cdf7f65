// Vue takes over the page that index.html has painted. Apart from main.ts, so that the words arrive before Vue does.
import { createApp } from "vue";
import App from "./App.vue";

/** `didPressGo`: somebody was faster than this script. */
export function mountApp(options: { didPressGo: boolean }): void {
  createApp(App, options).mount("#app");
}
