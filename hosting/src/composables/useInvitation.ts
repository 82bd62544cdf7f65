// Sending the room's link: copied, or shared by the system where it can.
import { onScopeDispose, readonly, ref } from "vue";
import { usePopups } from "./usePopups.ts";

const copiedShownMs = 2_500;

export function useInvitation() {
  const isCopied = ref(false);
  const { showPopup } = usePopups();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function copyLink(): Promise<void> {
    clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(window.location.href);
    } catch {
      showPopup({ code: "copy-failed" });
      return;
    }
    isCopied.value = true;
    timer = setTimeout(() => (isCopied.value = false), copiedShownMs);
  }

  async function shareLink(): Promise<void> {
    try {
      await navigator.share({ title: "meetogram", url: window.location.href });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      await copyLink();
    }
  }

  onScopeDispose(() => clearTimeout(timer));

  return { isCopied: readonly(isCopied), canShare: "share" in navigator, copyLink, shareLink };
}
