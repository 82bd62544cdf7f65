import type { ThemeMessages } from "../types/theme.ts";

export const theme: ThemeMessages = {
  heading: "Hell oder dunkel",
  system: "Wie im System",
  light: "Hell",
  dark: "Dunkel",
};
