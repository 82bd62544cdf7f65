import type { FileMessages } from "../../types/call/files.ts";
import { count, formOf } from "../count.ts";

export const files: FileMessages = {
  heading: "Файли",
  close: "Закрити файли",
  attention: (number) =>
    `${count(number, "файл", "файли", "файлів", "файлу")} ${formOf(number, "чекає", "чекають", "чекають", "чекають")} на вас`,
};
