import type { ThemeMessages } from "../types/theme.ts";

export const theme: ThemeMessages = {
  heading: "Світла чи темна тема",
  system: "Як у системі",
  light: "Світла",
  dark: "Темна",
};
