import type { lobby as english } from "../../en/lobby/lobby.ts";
import { count } from "../count.ts";

export const lobby: typeof english = {
  heading: "Всё готово?",
  inside: (number) =>
    number === 0 ? "В комнате пока никого" : `В комнате ${count(number, "участник", "участника", "участников")}`,
  checking: "Заглядываем в комнату…",
  proving: "Проверяем браузер…",
  name: "Ваше имя",
  namePlaceholder: "Как вас увидят другие",
  password: "Пароль комнаты",
  connect: "Подключиться",
  connecting: "Подключаемся…",
  retry: "Попробовать ещё раз",
  noKey:
    "В этой ссылке нет ключа, поэтому владелец сервера мог бы подслушать. В ссылке от кнопки «Начать встречу» ключ есть всегда.",
  cameraOff: "Камера выключена",
  cameraOpening: "Включаем камеру…",
  microphoneLevel: "Уровень микрофона",
  copyLink: "Скопировать ссылку",
  copied: "Ссылка скопирована",
};
