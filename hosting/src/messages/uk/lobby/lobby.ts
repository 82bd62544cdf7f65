import type { lobby as english } from "../../en/lobby/lobby.ts";
import { count } from "../count.ts";

export const lobby: typeof english = {
  heading: "Усе готово?",
  inside: (number) =>
    number === 0
      ? "У кімнаті поки нікого"
      : `У кімнаті ${count(number, "учасник", "учасники", "учасників", "учасника")}`,
  checking: "Зазираємо в кімнату…",
  proving: "Перевіряємо браузер…",
  name: "Ваше ім’я",
  namePlaceholder: "Як вас побачать інші",
  password: "Пароль кімнати",
  connect: "Підключитися",
  connecting: "Підключаємося…",
  retry: "Спробувати ще раз",
  noKey:
    "У цьому посиланні немає ключа, тому власник сервера міг би підслухати. У посиланні від кнопки «Почати зустріч» ключ є завжди.",
  cameraOff: "Камеру вимкнено",
  cameraOpening: "Вмикаємо камеру…",
  microphoneLevel: "Рівень мікрофона",
  copyLink: "Скопіювати посилання",
  copied: "Посилання скопійовано",
};
