// The gallery: an index of scenes, or one of them, as the address says. `data-scene` of the page's
// root says when a scene is there: "ready", or why it is not.
import { parseLook } from "./address.ts";
import { prepare } from "./prepare.ts";
import { scenes } from "./scenes.ts";
import "./gallery.css";

const look = parseLook(location.search);
const { dataset } = document.documentElement;

async function open(): Promise<void> {
  if (look.scene === null) return (await import("./mount-index.ts")).mountIndex(look);
  const scene = scenes.find(({ name }) => name === look.scene);
  if (scene === undefined) throw new Error(`There is no scene ${look.scene}`);
  const putBack = await prepare(scene, look);
  const { mountScene } = await import("./mount.ts");
  await mountScene(scene, look.lang);
  // So that a reload shows the scene again. In pictures the address is part of what is shown.
  if (!look.isPinned) return putBack();
  await (await import("./still/pin-fonts.ts")).loadFonts();
}

open().then(
  () => (dataset["scene"] = "ready"),
  (error: unknown) => (dataset["scene"] = String(error)),
);
