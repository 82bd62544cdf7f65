// The few texts of the start screen that are painted before the application has loaded, with what a
// language is. Those of all languages are in the first script: keep them short.

export interface StartMessages {
  /** Of the language, in itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly line: string;
  /** What this is, at first sight. */
  readonly what: string;
  readonly go: string;
  readonly loadFailed: string;
}

const files = import.meta.glob<StartMessages>("./*/start.ts", { eager: true, import: "start" });

/** By language: "en", "pt-BR". A folder is a language. */
export const startMessages: Readonly<Record<string, StartMessages>> = Object.fromEntries(
  Object.entries(files).map(([path, start]) => [path.split("/")[1], start]),
);

export const languages: readonly string[] = Object.keys(startMessages);
