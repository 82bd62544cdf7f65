// Mounts the index.
import { createApp } from "vue";
import "../src/ui/start.css";
import type { Look } from "./address.ts";
import GalleryIndex from "./GalleryIndex.vue";

export function mountIndex(look: Look): void {
  createApp(GalleryIndex, { look }).mount("#app");
}
