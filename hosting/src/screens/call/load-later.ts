// Parts of the call that its first picture does not need. They are loaded behind the lobby, and not
// when they are first asked for: the network may be gone by then, or the server may have another
// version.
import { defineAsyncComponent } from "vue";

const loadDropTarget = () => import("./files/DropTarget.vue");
const loadFloatingReactions = () => import("./signs/FloatingReactions.vue");
const loadLeaveQuestion = () => import("./leaving/LeaveQuestion.vue");
const loadScreenTile = () => import("./stage/ScreenTile.vue");

export const DropTarget = defineAsyncComponent(loadDropTarget);
export const FloatingReactions = defineAsyncComponent(loadFloatingReactions);
export const LeaveQuestion = defineAsyncComponent(loadLeaveQuestion);
export const ScreenTile = defineAsyncComponent(loadScreenTile);

/** What does not arrive is loaded again when it is needed. */
export async function loadRestOfCall(): Promise<void> {
  const loads = [loadScreenTile, loadFloatingReactions, loadDropTarget, loadLeaveQuestion];
  await Promise.allSettled(loads.map((load) => load()));
}
