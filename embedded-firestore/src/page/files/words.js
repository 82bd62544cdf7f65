// What the page says, in English and in Russian.

const english = {
  database: "Database",
  documents: "Documents",
  place: "Place",
  root: "Root",
  more: "Show more",
  denials: "Denials",
  denialsNote: "The newest first. The explanation names the rule lines that were tried.",
  coverage: "Rule coverage",
  coverageNote: "Parts of the rules that no request has exercised yet.",
  line: "Line",
  gap: "What is missing",
  part: "Part",
  noDocuments: "There are no documents here.",
  noDenials: "Nothing was denied.",
  noGaps: "Every part was both true and false, or there are no rules.",
  missing: "This document does not exist. Only its subcollections do.",
  nobody: "nobody signed in",
  signedIn: "signed in",
  lost: "The server does not answer. Start it again; this page goes on by itself.",
  "never evaluated": "never evaluated",
  "never true": "never true",
  "never false": "never false",
  "only ever an error": "only ever an error",
};

const russian = {
  database: "База данных",
  documents: "Документы",
  place: "Место",
  root: "Корень",
  more: "Показать ещё",
  denials: "Отказы",
  denialsNote: "Сначала новые. В объяснении — строки правил, которые проверялись.",
  coverage: "Покрытие правил",
  coverageNote: "Части правил, которые ещё не проверил ни один запрос.",
  line: "Строка",
  gap: "Чего не хватает",
  part: "Часть",
  noDocuments: "Здесь нет документов.",
  noDenials: "Отказов не было.",
  noGaps: "Каждая часть была и истинной, и ложной, либо правил нет.",
  missing: "Этого документа нет, есть только его вложенные коллекции.",
  nobody: "без входа",
  signedIn: "вход выполнен",
  lost: "Сервер не отвечает. Запустите его снова — страница продолжит сама.",
  "never evaluated": "не вычислялась",
  "never true": "ни разу не истинна",
  "never false": "ни разу не ложна",
  "only ever an error": "всегда ошибка",
};

const isRussian = navigator.language.startsWith("ru");

export const words = isRussian ? russian : english;

/** Fills in the page's own text. */
export function translate() {
  document.documentElement.lang = isRussian ? "ru" : "en";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = words[element.dataset.text];
  for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = words[element.dataset.label];
}
