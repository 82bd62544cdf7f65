import type { FileMessages } from "../../types/call/files.ts";
import { count } from "../count.ts";

export const files: FileMessages = {
  heading: "Dateien",
  close: "Dateien schließen",
  attention: (number) => count(number, "Datei wartet auf Sie", "Dateien warten auf Sie"),
};
