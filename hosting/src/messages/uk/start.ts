import type { StartMessages } from "../start.ts";

export const start: StartMessages = {
  name: "Українська",
  direction: "ltr",
  line: "Швидке спілкування для ефективних людей.",
  what: "Безкоштовні відеодзвінки до восьми людей. Без реєстрації, з наскрізним шифруванням.",
  go: "Почати зустріч",
  loadFailed: "Сторінка завантажилася не повністю. Перевірте мережу й оновіть її.",
};
