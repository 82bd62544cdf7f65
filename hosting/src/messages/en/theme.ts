import type { ThemeMessages } from "../types/theme.ts";

export const theme: ThemeMessages = {
  heading: "Light or dark",
  system: "System",
  light: "Light",
  dark: "Dark",
};
