// Panels and dialogs that are loaded when somebody asks for them: entering a call needs none.
// `shown`: one that cannot be loaded must not stay open unseen. A press on Retry opens it again.
import type { Component } from "vue";
import { loadLater, type LateComponent } from "../../browser/load-later.ts";
import { withRestMessages } from "../../messages/useLanguage.ts";
import { usePopups } from "../../popups/usePopups.ts";

const { showPopup } = usePopups();

export function loadOnPress(fetch: () => Promise<{ readonly default: Component }>): LateComponent {
  return loadLater(
    () => withRestMessages(fetch()),
    ({ onShown }) => {
      const setShown = onShown as (isShown: boolean) => void;
      setShown(false);
      showPopup({ code: "load-failed" }, () => setShown(true));
    },
  );
}

export const { component: PeoplePanel } = loadOnPress(() => import("./people/PeoplePanel.vue"));
export const { component: ChatPanel } = loadOnPress(() => import("./chat/ChatPanel.vue"));
export const { component: FilesPanel } = loadOnPress(() => import("./files/FilesPanel.vue"));
export const { component: InviteDialog } = loadOnPress(() => import("../../invite/InviteDialog.vue"));
export const { component: MoveDialog } = loadOnPress(() => import("./moving/MoveDialog.vue"));
export const { component: RecordDialog } = loadOnPress(() => import("./recording/RecordDialog.vue"));
