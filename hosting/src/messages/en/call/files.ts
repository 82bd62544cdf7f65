import type { FileMessages } from "../../types/call/files.ts";
import { count } from "../count.ts";

export const files: FileMessages = {
  heading: "Files",
  close: "Close the files",
  attention: (number) => count(number, "file is waiting for you", "files are waiting for you"),
};
