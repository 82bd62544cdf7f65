// The texts of the choice between light and dark.

export interface ThemeMessages {
  readonly heading: string;
  readonly system: string;
  readonly light: string;
  readonly dark: string;
}
