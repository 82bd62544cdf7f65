// Sends the room's link: copied, alone or with words, or shared by the system where it can.
import { useClipboard } from "../browser/useClipboard.ts";
import { readSharedLink } from "../navigation/embed-address.ts";
import { usePopups } from "../popups/usePopups.ts";

export function useInvitation() {
  const { isCopied, copy } = useClipboard();
  const { showPopup } = usePopups();

  async function copyText(text: string): Promise<void> {
    if (!(await copy(text))) showPopup({ code: "copy-failed" });
  }

  const copyLink = () => copyText(readSharedLink());

  async function shareLink(): Promise<void> {
    try {
      await navigator.share({ title: "meetogram", url: readSharedLink() });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      await copyLink();
    }
  }

  return {
    isCopied,
    canShare: "share" in navigator,
    readLink: readSharedLink,
    copyText,
    copyLink,
    shareLink,
  };
}
