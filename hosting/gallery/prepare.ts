// Makes the page ready for a scene, before anything of the client is loaded.
import type { Look } from "./address.ts";
import { keepPicturesStill } from "./nowhere/pictures.ts";
import type { Scene } from "./scene.ts";
import { sceneLink } from "./scene-link.ts";
import { imitateDevices } from "./still/devices.ts";
import { reduceMotion } from "./still/motion.ts";
import { silenceServer } from "./still/server.ts";
import { stopTime } from "./still/time.ts";

function pathOf({ screen, embed }: Scene): string {
  const { uuid, key } = sceneLink;
  if (embed !== undefined) return `/embed/${uuid}${embed}#${key}`;
  return screen.name === "start" || screen.name === "kept" ? "/" : `/r/${uuid}#${key}`;
}

/** The gallery has the storage of its origin to itself. */
async function store({ stored = {}, screen }: Scene, { theme }: Look): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
  if (theme !== "system") localStorage.setItem("theme", theme);
  if (screen.name !== "kept") return;
  localStorage.setItem("recordings", "1");
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("recordings", { create: true });
  const file = await folder.getFileHandle("meetogram 2026-03-01 15.42.07.webm", { create: true });
  const writable = await file.createWritable();
  await writable.write(new Uint8Array(1_400_000));
  await writable.close();
}

/** Returns what puts the gallery's own address back. */
export async function prepare(scene: Scene, look: Look): Promise<() => void> {
  const own = location.pathname + location.search;
  await store(scene, look);
  if (look.theme !== "system") document.documentElement.dataset["theme"] = look.theme;
  if (look.isReduced) reduceMotion();
  if (look.isPinned) {
    keepPicturesStill();
    if (scene.takesTime !== true) stopTime();
    (await import("./still/pin-fonts.ts")).pinFonts();
  }
  silenceServer();
  imitateDevices(scene.devices ?? { camera: "on", microphone: "on" });
  // The client reads its address, and shows it: as a link to send, say.
  history.replaceState(null, "", pathOf(scene));
  return () => history.replaceState(history.state, "", own);
}
