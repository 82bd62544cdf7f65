// The panel beside the call: at most one is open. The focus returns to what opened it, or to the
// panel's button when that is gone.
import { nextTick, readonly, ref, type Ref } from "vue";
import { useWindowListener } from "../../../browser/useWindowListener.ts";
import { createProvided } from "../../../ui/provided.ts";

/** "privacy" is the second tab of the people panel. */
export type PanelName = "people" | "privacy" | "chat" | "files";

export interface OpenPanel {
  readonly panel: Readonly<Ref<PanelName | null>>;
  open(name: PanelName): void;
  toggle(name: PanelName): void;
  close(): void;
}

const provided = createProvided<OpenPanel>("open panel");

/** The element that opens a panel has this attribute with the panel's name. */
const panelButton = "data-opens";

export function provideOpenPanel(): OpenPanel {
  const panel = ref<PanelName | null>(null);
  let opener: Element | null = null;

  const openPanel: OpenPanel = {
    panel: readonly(panel),
    open(name) {
      if (panel.value === null) opener = document.activeElement;
      panel.value = name;
    },
    toggle: (name) => (panel.value === name ? openPanel.close() : openPanel.open(name)),
    close() {
      const button = document.querySelector<HTMLElement>(`[${panelButton}="${panel.value}"]`);
      panel.value = null;
      // Below a modal panel nothing takes the focus before it is gone.
      void nextTick(() => (opener instanceof HTMLElement && opener.isConnected ? opener : button)?.focus());
    },
  };

  // Wherever the focus is. What lies above, a menu or a text field, has handled its own Esc.
  useWindowListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && panel.value !== null) openPanel.close();
  });
  return provided.provide(openPanel);
}

export const useOpenPanel = provided.use;
