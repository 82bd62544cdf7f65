// Numbers with their words in Russian: 1 файл, 2 файла, 5 файлов, 21 файл.
const plural = new Intl.PluralRules("ru");

/** Chooses by the number: 1, 21, 31 …; 2 to 4, 22 to 24 …; the others. */
export function formOf(number: number, one: string, few: string, many: string): string {
  const form = plural.select(number);
  return form === "one" ? one : form === "few" ? few : many;
}

/** The number and its word. */
export function count(number: number, one: string, few: string, many: string): string {
  return `${number} ${formOf(number, one, few, many)}`;
}
