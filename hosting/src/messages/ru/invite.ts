import type { InviteMessages } from "../invite.ts";
import { count } from "./count.ts";

const minutes = (number: number) => count(number, "минуту", "минуты", "минут");
const hours = (number: number) => count(number, "час", "часа", "часов");

export const invite: InviteMessages = {
  heading: "Пригласить людей",
  close: "Закрыть",
  open: "Пригласить…",
  more: "QR-код, почта, календарь…",
  link: "Ссылка на эту встречу",
  copy: "Скопировать ссылку",
  copied: "Скопировано",
  share: "Поделиться…",
  mail: "Написать письмо",
  copyMessage: "Скопировать как сообщение",
  subject: "Приглашаю на встречу",
  message: (link) => `Приглашаю на встречу: ${link}`,
  code: "QR-код ссылки на эту встречу",
  codeHint: "Наведите на него камеру телефона.",
  codeFailed: "QR-код не загрузился. Ссылка работает и без него.",
  lives: (until) => `Ссылка работает до ${until}, а если в комнате кто-то есть — дольше.`,
  livesUnknown: "Ссылка работает, пока в комнате кто-то есть, и ещё какое-то время после.",
  calendar: {
    heading: "Добавить в календарь",
    when: "Начало",
    missing: "Выберите дату и время.",
    past: "Это время уже прошло. Выберите другое.",
    howLong: "Займёт",
    minutes: (number) =>
      number < 60
        ? minutes(number)
        : number % 60 === 0
          ? hours(number / 60)
          : `${Math.floor(number / 60)} ч ${number % 60} мин`,
    title: "Встреча",
    text: (link) => `Чтобы войти, откройте ссылку: ${link}`,
    tooLate:
      "К этому времени ссылка может уже не работать: комната закрывается, когда все давно ушли. Надёжнее начать новую встречу незадолго до начала и прислать её ссылку.",
    save: "Сохранить файл для календаря",
    saved: "Файл в загрузках. Откройте его, чтобы добавить встречу в календарь.",
  },
};
