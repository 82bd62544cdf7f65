import type { StartMessages } from "../start.ts";

export const start: StartMessages = {
  name: "Русский",
  direction: "ltr",
  line: "Быстрая коммуникация для эффективных людей.",
  what: "Бесплатные видеозвонки до восьми человек. Без регистрации, со сквозным шифрованием.",
  go: "Начать встречу",
  loadFailed: "Страница загрузилась не полностью. Проверьте сеть и обновите её.",
};
