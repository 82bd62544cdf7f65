import type { ThemeMessages } from "../types/theme.ts";

export const theme: ThemeMessages = {
  heading: "Claro u oscuro",
  system: "Como el sistema",
  light: "Claro",
  dark: "Oscuro",
};
