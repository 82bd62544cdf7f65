import type { FileMessages } from "../../types/call/files.ts";
import { count, formOf } from "../count.ts";

export const files: FileMessages = {
  heading: "Файлы",
  close: "Закрыть файлы",
  attention: (number) => `${count(number, "файл", "файла", "файлов")} ${formOf(number, "ждёт", "ждут", "ждут")} вас`,
};
