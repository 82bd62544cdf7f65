// Light or dark: the system's theme, or the one that this browser remembers. The page's style does
// the rest. public/assets/theme.js does the same before the first paint.
import { local } from "../browser/storage.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeKey = "theme";

export function parseTheme(remembered: string | null): Theme {
  return themes.find((theme) => theme === remembered) ?? "system";
}

export function rememberTheme(theme: Theme): void {
  if (theme === "system") local.remove(themeKey);
  else local.write(themeKey, theme);
}

export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[data-theme]")) {
    const own = meta.dataset.theme;
    if (theme === "system") meta.media = `(prefers-color-scheme: ${own})`;
    else meta.media = own === theme ? "all" : "not all";
  }
}
