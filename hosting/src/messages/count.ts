// Numbers with their words: 1 file, 2 files; 1 файл, 2 файла, 5 файлов. Each language says in its
// own `count.ts` which words it has, and in which order they stand.

type PluralForm = Intl.LDMLPluralRule;

export interface Count<Words extends readonly string[]> {
  /** The number and its words. */
  count(number: number, ...words: Words): string;
  /** The words alone. */
  formOf(number: number, ...words: Words): string;
}

/** `places`: which of the words stands for a form of the language's plural rules. */
export function createCount<Words extends readonly string[]>(
  language: string,
  places: Readonly<Partial<Record<PluralForm, number>> & { other: number }>,
): Count<Words> {
  // Made for the first number: they read data for milliseconds.
  let rules: Intl.PluralRules | undefined;
  let digits: Intl.NumberFormat | undefined;

  function formOf(number: number, ...words: Words): string {
    rules ??= new Intl.PluralRules(language);
    return words[places[rules.select(number)] ?? places.other] ?? "";
  }

  return {
    formOf,
    count(number, ...words) {
      digits ??= new Intl.NumberFormat(language);
      return `${digits.format(number)} ${formOf(number, ...words)}`;
    },
  };
}
