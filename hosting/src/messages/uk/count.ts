import { createCount } from "../count.ts";

/** 1 файл, 21 файл; 2 файли; 5 файлів, 11 файлів; 1,5 файлу. */
export const { count, formOf } = createCount<[one: string, few: string, many: string, fraction: string]>("uk", {
  one: 0,
  few: 1,
  many: 2,
  other: 3,
});
