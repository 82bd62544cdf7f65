// The small window's content is loaded when it is first asked for.
import { defineAsyncComponent } from "vue";

export default defineAsyncComponent(() => import("./FloatingWindow.vue"));
