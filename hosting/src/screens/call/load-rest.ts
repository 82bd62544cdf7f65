// Parts of the call that its first picture does not need. They are loaded behind the lobby, and not
// when they are first asked for: the network may be gone by then, or the server may have another
// version.
import { loadLater } from "../../browser/load-later.ts";

const barMenus = loadLater(() => import("./controls/BarMenus.vue"));
const dropTarget = loadLater(() => import("./files/DropTarget.vue"));
const floatingReactions = loadLater(() => import("./signs/FloatingReactions.vue"));
const leaveQuestion = loadLater(() => import("./leaving/LeaveQuestion.vue"));
const screenTile = loadLater(() => import("./stage/ScreenTile.vue"));

export const { component: BarMenus } = barMenus;
export const { component: DropTarget } = dropTarget;
export const { component: FloatingReactions } = floatingReactions;
export const { component: LeaveQuestion } = leaveQuestion;
export const { component: ScreenTile } = screenTile;

/** What does not arrive is loaded again when it is needed. */
export async function loadRestOfCall(): Promise<void> {
  await Promise.allSettled(
    [screenTile, barMenus, floatingReactions, dropTarget, leaveQuestion].map(({ load }) => load()),
  );
}
