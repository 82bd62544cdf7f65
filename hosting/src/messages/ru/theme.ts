import type { ThemeMessages } from "../types/theme.ts";

export const theme: ThemeMessages = {
  heading: "Светлая или тёмная тема",
  system: "Системная",
  light: "Светлая",
  dark: "Тёмная",
};
