// Parts of the call that its first picture does not need. They are loaded behind the lobby, and not
// when they are first asked for: the network may be gone by then, or the server may have another
// version.
import type { Component } from "vue";
import { loadLater } from "../../browser/load-later.ts";
import { withRestMessages } from "../../messages/useLanguage.ts";
import { usePopups } from "../../popups/usePopups.ts";
import { loadChat } from "./chat/useChat.ts";
import { loadOnPress } from "./load-on-press.ts";

const { showPopup } = usePopups();

/** One word and one retry for all that is missing. */
function sayMissing(): void {
  showPopup({ code: "load-failed" }, () => void Promise.all(loadParts()).catch(sayMissing));
}

const load = (fetch: () => Promise<{ readonly default: Component }>) =>
  loadLater(() => withRestMessages(fetch()), sayMissing);

const barMenus = load(() => import("./controls/BarMenus.vue"));
const callNotes = load(() => import("./CallNotes.vue"));
const dropTarget = load(() => import("./files/DropTarget.vue"));
const floatingReactions = load(() => import("./signs/FloatingReactions.vue"));
const leaveQuestion = load(() => import("./leaving/LeaveQuestion.vue"));
/** Around every panel. The panel in it comes on the press. */
const sidePanel = loadOnPress(() => import("./SidePanel.vue"));
const screenTile = load(() => import("./stage/ScreenTile.vue"));

export const { component: BarMenus } = barMenus;
export const { component: CallNotes } = callNotes;
export const { component: DropTarget } = dropTarget;
export const { component: FloatingReactions } = floatingReactions;
export const { component: LeaveQuestion } = leaveQuestion;
export const { component: ScreenTile } = screenTile;
export const { component: SidePanel } = sidePanel;

function loadParts(): Promise<void>[] {
  const parts = [screenTile, barMenus, callNotes, floatingReactions, dropTarget, leaveQuestion, sidePanel];
  return [...parts.map((part) => part.load()), loadChat()];
}

/** What does not arrive is loaded again when it is needed. */
export async function loadRestOfCall(): Promise<void> {
  await Promise.allSettled(loadParts());
}
