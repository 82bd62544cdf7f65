import { createCount } from "../count.ts";

/** 1 файл, 21 файл; 2 файла, 1,5 файла; 5 файлов, 11 файлов. */
export const { count, formOf } = createCount<[one: string, few: string, many: string]>("ru", {
  one: 0,
  few: 1,
  many: 2,
  other: 1,
});
