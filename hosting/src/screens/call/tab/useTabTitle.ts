// The browser's tab says that a call is going on, with how many, and what was not read yet.
import { computed, onScopeDispose, watch } from "vue";
import { useFirstPaint } from "../../../browser/useFirstPaint.ts";
import { useTitle } from "../../../browser/useTitle.ts";
import { useLanguage } from "../../../messages/useLanguage.ts";
import { useMeeting } from "../../../meeting/useMeeting.ts";
import type { Chat } from "../chat/useChat.ts";

const icons = { plain: "/favicon.svg", unread: "/favicon-unread.svg" };

function setIcon(path: string): void {
  document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.setAttribute("href", path);
}

/** Without names: the browser keeps titles in its history. */
export function useTabTitle({ unread }: Pick<Chat, "unread">): void {
  const { messages } = useLanguage();
  const { participants } = useMeeting();
  const isPainted = useFirstPaint();
  const hasUnread = computed(() => unread.value > 0);
  useTitle(() => {
    if (!isPainted.value) return null;
    const text = messages.value.controls.title(participants.value.length + 1);
    return hasUnread.value ? `(${unread.value}) ${text}` : text;
  });
  watch(hasUnread, (has) => setIcon(has ? icons.unread : icons.plain));
  onScopeDispose(() => {
    if (hasUnread.value) setIcon(icons.plain);
  });
}
