// The address of a scene: /gallery?scene=call/alone&lang=en&theme=dark. Without a scene it is the
// index.

export const galleryThemes = ["system", "light", "dark"] as const;

export interface Look {
  readonly scene: string | null;
  readonly lang: string;
  readonly theme: (typeof galleryThemes)[number];
  /** As for those who want little motion. */
  readonly isReduced: boolean;
  /** For pictures: the fonts of the repository, and nothing depends on the machine. */
  readonly isPinned: boolean;
}

export function parseLook(search: string): Look {
  const query = new URLSearchParams(search);
  return {
    scene: query.get("scene"),
    lang: query.get("lang") ?? "en",
    theme: galleryThemes.find((theme) => theme === query.get("theme")) ?? "system",
    isReduced: query.has("reduced"),
    isPinned: query.has("pinned"),
  };
}

export function formatLook({ scene, lang, theme, isReduced, isPinned }: Look): string {
  const query = new URLSearchParams({ ...(scene === null ? {} : { scene }), lang, theme });
  if (isReduced) query.set("reduced", "");
  if (isPinned) query.set("pinned", "");
  return `/gallery?${query.toString().replaceAll("%2F", "/")}`;
}
