// Mounts the real components of a scene. Loaded when the page is prepared: several modules read
// the address or the storage when they are loaded.
import { createApp, defineComponent, h, type Component } from "vue";
import "../src/ui/start.css";
import { keepLastCall } from "../src/meeting/last-call.ts";
import { loadMessages } from "../src/messages/load-messages.ts";
import { setLanguage, withRestMessages } from "../src/messages/useLanguage.ts";
import { isEmbedded } from "../src/navigation/embed-address.ts";
import PopupCard from "../src/popups/PopupCard.vue";
import PopupList from "../src/popups/PopupList.vue";
import { usePopups } from "../src/popups/usePopups.ts";
import KeptRecordings from "../src/recording/KeptRecordings.vue";
import { loadRestOfCall } from "../src/screens/call/load-rest.ts";
import CheckView from "../src/screens/check/CheckView.vue";
import type { Examine } from "../src/screens/check/useCheck.ts";
import EndView from "../src/screens/end/EndView.vue";
import StartView from "../src/screens/start/StartView.vue";
import ThemeChoice from "../src/theme/ThemeChoice.vue";
import { actor } from "./act.ts";
import NowhereView from "./nowhere/NowhereView.vue";
import { sceneLink } from "./scene-link.ts";
import type { Scene, Screen } from "./scene.ts";

const { uuid } = sceneLink;
const link = { uuid, key: new Uint8Array(16) };

/** Finds what the scene says, and ends unless something is still looked at. */
function pretendToExamine({ findings, running = [] }: Extract<Screen, { name: "check" }>): Examine {
  return async (_preview, { onStart, onFound }) => {
    for (const line of running) onStart(line);
    for (const finding of findings) onFound(finding);
    if (running.length > 0) await new Promise(() => {});
  };
}

function viewOf(screen: Screen): Component {
  switch (screen.name) {
    case "start":
      return () => h(StartView, { didPressGo: false, loadRoomScreen: async () => {} });
    case "meeting": {
      const { state, people } = screen;
      return () => h(NowhereView, { ...(state && { state }), ...(people && { people }) });
    }
    case "end":
      return () => h(EndView, { reason: screen.reason, link });
    case "popups":
      return () =>
        h("main", { class: "gallery-sheet" }, [
          ...screen.problems.map((problem) => h(PopupCard, { problem, canRetry: true })),
        ]);
    case "kept":
      return () => [h(StartView, { didPressGo: false, loadRoomScreen: async () => {} }), h(KeptRecordings)];
    case "check":
      return () => h(CheckView, { examine: pretendToExamine(screen) });
  }
  return screen satisfies never;
}

/** As the application has them: the theme in a corner, popups in another. */
function createPage(screen: Screen) {
  const view = viewOf(screen);
  const { popups, hasPlace } = usePopups();
  return defineComponent(() => () => [
    h(view),
    screen.name === "meeting" || screen.name === "popups"
      ? null
      : h("footer", { class: "gallery-corner" }, h(ThemeChoice, { isSmall: true })),
    hasPlace.value || popups.value.length === 0 ? null : h("div", { class: "gallery-popups" }, h(PopupList)),
  ]);
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves when everything that the scene shows is there. */
export async function mountScene(scene: Scene, language: string): Promise<void> {
  const { screen } = scene;
  setLanguage(await loadMessages(language, { isForRoom: true }));
  await withRestMessages(screen.name === "meeting" ? loadRestOfCall() : Promise.resolve());
  if (isEmbedded) (await import("../src/embed/prepare-frame.ts")).prepareFrame();
  if (screen.name === "end" && screen.lastCall !== undefined) {
    const quiet = { uuid, summary: "connections: 3", tookMs: 25 * 60_000, wasHost: false };
    keepLastCall({ ...quiet, password: null, ...screen.lastCall });
  }
  createApp(createPage(screen)).mount("#app");
  if (scene.problem !== undefined) usePopups().showPopup(scene.problem, () => {});
  await nextFrame();
  await scene.act?.(actor);
}
