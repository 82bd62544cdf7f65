// Which pictures there are: every scene on a phone and on a desktop, in two languages and in both
// themes, with as few pictures as that takes.
import { join } from "node:path";
import type { Scene } from "../../gallery/scene.ts";

export interface PictureView {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isPhone: boolean;
  readonly lang: "en" | "ru";
  readonly theme: "light" | "dark";
}

const phone = { viewport: { width: 390, height: 844 }, isPhone: true };
const desktop = { viewport: { width: 1280, height: 720 }, isPhone: false };

export const pictureViews: readonly PictureView[] = [
  { name: "phone-ru-dark", ...phone, lang: "ru", theme: "dark" },
  { name: "desktop-en-light", ...desktop, lang: "en", theme: "light" },
  { name: "phone-en-light", ...phone, lang: "en", theme: "light" },
];

export interface Picture {
  readonly scene: Scene;
  readonly view: PictureView;
}

function isPictured({ isImportant = false }: Scene, { name }: PictureView): boolean {
  return isImportant || name !== "phone-en-light";
}

/** One view after another: a page serves all pictures of a view. */
export function planPictures(scenes: readonly Scene[]): readonly Picture[] {
  return pictureViews.flatMap((view) =>
    scenes.filter((scene) => isPictured(scene, view)).map((scene) => ({ scene, view })),
  );
}

/** The representative scenes, on a phone and on a desktop by turns. */
export function planRepresentatives(scenes: readonly Scene[]): readonly Picture[] {
  const chosen = scenes.filter(({ isRepresentative = false }) => isRepresentative);
  const [phoneView, desktopView] = pictureViews as readonly [PictureView, PictureView];
  return [phoneView, desktopView].flatMap((view, turn) =>
    chosen.filter((_, index) => index % 2 === turn).map((scene) => ({ scene, view })),
  );
}

const folder = import.meta.dirname;

/** Where a picture is kept, and where what differs from it is written. Git ignores the second. */
export function pathsOf({ scene, view }: Picture) {
  const path = `${scene.name}.${view.name}`;
  const different = join(folder, "different", path);
  return {
    kept: join(folder, "pictures", `${path}.png`),
    actual: `${different}.actual.png`,
    difference: `${different}.difference.png`,
  };
}
