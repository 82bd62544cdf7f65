import type { ThemeMessages } from "../theme.ts";

export const theme: ThemeMessages = {
  heading: "Light or dark",
  system: "Like the system",
  light: "Light",
  dark: "Dark",
};
