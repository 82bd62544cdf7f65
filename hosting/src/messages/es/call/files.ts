import type { FileMessages } from "../../types/call/files.ts";
import { count } from "../count.ts";

export const files: FileMessages = {
  heading: "Archivos",
  close: "Cerrar los archivos",
  attention: (number) => count(number, "archivo te espera", "archivos te esperan"),
};
