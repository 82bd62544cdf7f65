import type { EndingMessages } from "../../types/end/ending.ts";
import { count } from "../count.ts";

export const ending: EndingMessages = {
  duration: (minutes) => {
    if (minutes < 1) return "Вы были в звонке меньше минуты.";
    const hours = Math.floor(minutes / 60);
    const parts = [
      hours > 0 && count(hours, "час", "часа", "часов"),
      minutes % 60 > 0 && count(minutes % 60, "минуту", "минуты", "минут"),
    ];
    return `Вы были в звонке ${parts.filter((part) => part !== false).join(" ")}.`;
  },
  stored: {
    open: "Что ещё хранится и до какого времени",
    loading: "Спрашиваем сервер…",
    nothing: "От этой встречи больше ничего не хранится.",
  },
  erase: {
    label: "Стереть комнату сейчас",
    question: "Звонок закончится для всех, кто ещё внутри, всё сохранённое будет стёрто, а ссылка перестанет работать.",
    confirm: "Стереть",
    erasing: "Стираем…",
    cancel: "Отмена",
  },
  rating: {
    question: "Как прошёл звонок?",
    good: "Хорошо",
    bad: "Не очень",
    glad: "Рады это слышать. Ответ остаётся здесь: никуда ничего не отправлено.",
    sorry:
      "Жаль. Никуда ничего не отправлено. Чтобы стало лучше, скопируйте сводку, допишите, что было не так, и пришлите тому, кто держит этот сайт. В ней сказано, какой была связь, без имён и адресов.",
    copy: "Скопировать сводку",
    copied: "Сводка скопирована",
  },
};
