// Panels and dialogs that are loaded when somebody asks for them: entering a call needs none.
// `shown`: one that cannot be loaded must not stay open unseen. A press on Retry opens it again.
import type { Component } from "vue";
import { loadLater } from "../../browser/load-later.ts";
import { withRestMessages } from "../../messages/useLanguage.ts";
import { usePopups } from "../../popups/usePopups.ts";

const { showPopup } = usePopups();

function load(fetch: () => Promise<{ readonly default: Component }>): Component {
  return loadLater(
    () => withRestMessages(fetch()),
    ({ onShown }) => {
      const setShown = onShown as (isShown: boolean) => void;
      setShown(false);
      showPopup({ code: "load-failed" }, () => setShown(true));
    },
  ).component;
}

export const PeoplePanel = load(() => import("./people/PeoplePanel.vue"));
export const ChatPanel = load(() => import("./chat/ChatPanel.vue"));
export const FilesPanel = load(() => import("./files/FilesPanel.vue"));
export const InviteDialog = load(() => import("../../invite/InviteDialog.vue"));
export const MoveDialog = load(() => import("./moving/MoveDialog.vue"));
export const RecordDialog = load(() => import("./recording/RecordDialog.vue"));
