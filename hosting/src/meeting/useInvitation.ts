// Sends the room's link: copied, or shared by the system where it can.
import { useClipboard } from "../browser/useClipboard.ts";
import { usePopups } from "../popups/usePopups.ts";

export function useInvitation() {
  const { isCopied, copy } = useClipboard();
  const { showPopup } = usePopups();

  async function copyLink(): Promise<void> {
    if (!(await copy(window.location.href))) showPopup({ code: "copy-failed" });
  }

  async function shareLink(): Promise<void> {
    try {
      await navigator.share({ title: "meetogram", url: window.location.href });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      await copyLink();
    }
  }

  return { isCopied, canShare: "share" in navigator, copyLink, shareLink };
}
