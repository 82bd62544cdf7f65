// The large picture in a window over other programs: with controls where the browser has such
// windows for pages (Document Picture-in-Picture), otherwise the video alone.
// https://wicg.github.io/document-picture-in-picture/
import { computed, onScopeDispose, ref, shallowReadonly, shallowRef, watch } from "vue";
import { createProvided } from "../../../../ui/provided.ts";
import { useStageView } from "../views/useStageView.ts";

declare global {
  interface Window {
    readonly documentPictureInPicture?: {
      requestWindow(options: { width: number; height: number }): Promise<Window>;
    };
  }
}

const initialSize = { width: 380, height: 300 };

/** A shared screen is a picture of its owner's. */
const ownerOf = (picture: string) => picture.replace(/^screen:/, "");

export type Floating = ReturnType<typeof createFloating>;
const provided = createProvided<Floating>("floating picture");

function createFloating() {
  const { featured, floating } = useStageView();
  const floatingWindow = shallowRef<Window | null>(null);
  const isVideoFloating = ref(false);
  const scope = new AbortController();
  const { signal } = scope;

  function reportSize(width: number, height: number): void {
    if (featured.value !== null) floating.value = { participantID: ownerOf(featured.value), size: { width, height } };
  }

  async function openWindow(): Promise<void> {
    const opened = await window.documentPictureInPicture?.requestWindow(initialSize);
    if (opened === undefined) return;
    if (signal.aborted) return opened.close();
    floatingWindow.value = opened;
    const report = () => reportSize(opened.innerWidth, opened.innerHeight);
    report();
    opened.addEventListener("resize", report, { signal });
    opened.addEventListener(
      "pagehide",
      () => {
        floatingWindow.value = null;
        floating.value = null;
      },
      { signal },
    );
  }

  async function openVideo(): Promise<void> {
    const pictures = [...document.querySelectorAll<HTMLElement>("[data-picture]")];
    const video = pictures.find(({ dataset }) => dataset["picture"] === featured.value)?.querySelector("video");
    if (!video) return;
    const opened = await video.requestPictureInPicture();
    if (signal.aborted) return;
    isVideoFloating.value = true;
    const report = () => reportSize(opened.width, opened.height);
    report();
    opened.addEventListener("resize", report, { signal });
    video.addEventListener(
      "leavepictureinpicture",
      () => {
        isVideoFloating.value = false;
        floating.value = null;
      },
      { signal, once: true },
    );
  }

  watch(featured, () => {
    const opened = floatingWindow.value;
    if (opened !== null) reportSize(opened.innerWidth, opened.innerHeight);
  });
  onScopeDispose(() => {
    scope.abort();
    floatingWindow.value?.close();
    if (isVideoFloating.value) document.exitPictureInPicture().catch(() => undefined);
    floating.value = null;
  });

  const hasWindows = window.documentPictureInPicture !== undefined;
  return {
    canFloat: hasWindows || document.pictureInPictureEnabled,
    isFloating: computed(() => floatingWindow.value !== null || isVideoFloating.value),
    /** Null while there is none, or where the browser shows the video alone. */
    floatingWindow: shallowReadonly(floatingWindow),
    /** Must be called in a press. Browsers may refuse; the page then stays as it is. */
    toggleFloating(): void {
      if (floatingWindow.value !== null) floatingWindow.value.close();
      else if (isVideoFloating.value) document.exitPictureInPicture().catch(() => undefined);
      else (hasWindows ? openWindow() : openVideo()).catch(() => undefined);
    },
  };
}

/** For what lasts as long as the call: a menu that closes must not close the window. */
export const provideFloating = (): Floating => provided.provide(createFloating());
export const useFloating = provided.use;
