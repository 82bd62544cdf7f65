import type { ThemeMessages } from "../theme.ts";

export const theme: ThemeMessages = {
  heading: "Светлая или тёмная тема",
  system: "Как в системе",
  light: "Светлая",
  dark: "Тёмная",
};
