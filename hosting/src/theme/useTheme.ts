// The chosen theme, one for the whole page and for every tab of this browser.
import { readonly, ref } from "vue";
import { local } from "../browser/storage.ts";
import { useWindowListener } from "../browser/useWindowListener.ts";
import { applyTheme, parseTheme, rememberTheme, themeKey, type Theme } from "./theme.ts";

const theme = ref<Theme>(parseTheme(local.read(themeKey)));

function setTheme(chosen: Theme): void {
  theme.value = chosen;
  applyTheme(chosen);
}

/** As long as the scope of the caller lasts, what another tab chooses applies here too. */
export function followTheme(): void {
  useWindowListener("storage", ({ key, newValue }) => {
    // Without a key, everything was removed.
    if (key === themeKey || key === null) setTheme(parseTheme(newValue));
  });
}

export function useTheme() {
  return {
    theme: readonly(theme),
    chooseTheme(chosen: Theme): void {
      rememberTheme(chosen);
      setTheme(chosen);
    },
  };
}
