// What is stored, where, until when, and who can see what. docs/security.md has the proofs.
import type { DocsLanguage } from "../language.ts";
import type { ProseWords } from "../prose-page.ts";

const en: ProseWords = {
  title: "Privacy: what meetogram stores, where and until when",
  description:
    "No account, no cookie, no tracker, no third party. What meetogram stores, who sees it, and when it is gone.",
  heading: "Privacy",
  lead: "No account, no cookie, no tracker, no advertisement. Here is everything that is kept, and for how long.",
  sections: [
    {
      id: "short",
      title: "In short",
      items: [
        ["Pictures and sound", "go from person to person, encrypted. No server sees or keeps them."],
        ["Chat and files", "go the same way. The chat is gone when everybody has left the call."],
        ["Your name", "is what you type. The server gets it sealed, and cannot read it."],
        ["The key of a meeting", "is in the link, after `#`. Browsers do not send that part to a server."],
        ["A meeting", "is erased by itself some hours after it is over, or at once when its host ends it for all."],
      ],
    },
    {
      id: "server",
      title: "What the server keeps",
      items: [
        [
          "The room",
          "A random number as its name, when it expires, how many seats it has, and hashes of its password and keys.",
        ],
        [
          "Seats",
          "For each participant a number that is different in every room, when they came, whether microphone, camera and screen are on, and the sealed name.",
        ],
        [
          "Sealed messages for connecting",
          "What two browsers tell each other to find a way, with their addresses in it. The server cannot open them. They are deleted when read, and soon after 10 minutes otherwise.",
        ],
        [
          "A number of your browser",
          "The server knows your browser by a random number, so that it can give you back your seat. It is kept with the room, and erased with it.",
        ],
        [
          "Your network address",
          "is kept as a keyed hash, to limit how often one network may ask. Its key changes every hour.",
        ],
      ],
      after: [
        "A room that nobody enters expires after 10 minutes, an empty one after an hour. What is left is deleted about two hours later. Whoever runs this server may have set other times. The request `stored` tells what is kept of a room, and `burn` erases it.",
      ],
    },
    {
      id: "browser",
      title: "What your browser keeps",
      items: [
        [
          "Settings",
          "Your name, the language, the chosen devices, and the random number. Clearing the site's data removes them.",
        ],
        ["The link", "It stays in the browser's history, with its key. On a shared computer use a private window."],
        ["This visit", "The seat, and a password that you typed. They end with the tab."],
        [
          "Recordings",
          "They are written on the device of whoever records, and stay there until they are saved or deleted. Everybody sees and hears that somebody records.",
        ],
      ],
    },
    {
      id: "others",
      title: "Who can see what",
      items: [
        [
          "People in the meeting",
          "see your name, your picture when your camera is on, and the network address of your device. In the lobby you can hide the address, where the server has a relay.",
        ],
        ["People in the lobby", "see how many are inside. Nothing of yours is sent before you press Connect."],
        [
          "Whoever runs the server",
          "sees when rooms are made, from which network, how many people are in them and for how long. Not what is said, shown or written, and no name.",
        ],
        [
          "Google",
          "runs the machines (Firebase). Its own request logs have network addresses; the operator can switch them off. Nothing is loaded from anywhere else.",
        ],
        ["Anybody with the link", "can come in, until the host locks the room or switches the waiting room on."],
      ],
    },
    {
      id: "limits",
      title: "What we cannot promise",
      text: [
        "Whoever is in a meeting can film the screen. The server also delivers this page: an operator who changed it could read the key. If you cannot trust an operator, run meetogram yourself. [Security](/docs/security/) tells more.",
      ],
    },
  ],
};

const ru: ProseWords = {
  title: "Приватность: что хранит meetogram, где и как долго",
  description:
    "Без аккаунта, без cookie, без слежки и третьих лиц. Что хранит meetogram, кто это видит и когда оно исчезает.",
  heading: "Приватность",
  lead: "Ни аккаунта, ни cookie, ни слежки, ни рекламы. Вот всё, что хранится, и как долго.",
  sections: [
    {
      id: "short",
      title: "Коротко",
      items: [
        ["Видео и звук", "идут от человека к человеку, зашифрованными. Сервер их не видит и не хранит."],
        ["Чат и файлы", "идут так же. Чат исчезает, когда из звонка вышли все."],
        ["Ваше имя", "— то, что вы напишете. Серверу оно приходит запечатанным, прочесть его он не может."],
        ["Ключ встречи", "стоит в ссылке после `#`. Эту часть браузеры серверу не посылают."],
        [
          "Встреча",
          "стирается сама через несколько часов после окончания или сразу, если организатор завершил её для всех.",
        ],
      ],
    },
    {
      id: "server",
      title: "Что хранит сервер",
      items: [
        ["Комната", "Случайное число вместо имени, срок, число мест и хеши её пароля и ключей."],
        [
          "Места",
          "Для каждого участника — число, своё в каждой комнате, время входа, включены ли микрофон, камера и экран, и запечатанное имя.",
        ],
        [
          "Запечатанные сообщения для соединения",
          "То, что два браузера говорят друг другу, чтобы найти путь; в них есть их адреса. Сервер не может их вскрыть. Их удаляют, как только прочли, а непрочитанные — вскоре после 10 минут.",
        ],
        [
          "Число вашего браузера",
          "Сервер знает ваш браузер по случайному числу, чтобы вернуть вам место. Оно хранится вместе с комнатой и стирается вместе с ней.",
        ],
        ["Адрес вашей сети", "хранится как хеш с ключом, чтобы ограничить частоту запросов. Ключ меняется каждый час."],
      ],
      after: [
        "Комната, в которую никто не вошёл, живёт 10 минут, опустевшая — час. Остатки удаляются примерно через два часа. Тот, кто держит этот сервер, мог задать другие сроки. Запрос `stored` расскажет, что хранится о комнате, а `burn` её сотрёт.",
      ],
    },
    {
      id: "browser",
      title: "Что хранит ваш браузер",
      items: [
        ["Настройки", "Имя, язык, выбранные устройства и то самое случайное число. Их уберёт очистка данных сайта."],
        ["Ссылка", "Остаётся в истории браузера вместе с ключом. На чужом компьютере открывайте приватное окно."],
        ["Этот визит", "Место и введённый пароль. Они исчезают вместе с вкладкой."],
        [
          "Записи",
          "Пишутся на устройстве того, кто записывает, и лежат там, пока их не сохранят или не удалят. Все видят и слышат, что идёт запись.",
        ],
      ],
    },
    {
      id: "others",
      title: "Кто что видит",
      items: [
        [
          "Участники встречи",
          "видят ваше имя, ваше видео, когда камера включена, и сетевой адрес вашего устройства. Перед входом адрес можно скрыть, если у сервера есть ретранслятор.",
        ],
        [
          "Те, кто ещё не вошёл",
          "видят, сколько людей внутри. Пока вы не нажали «Подключиться», ничего вашего не передаётся.",
        ],
        [
          "Тот, кто держит сервер",
          "видит, когда создают комнаты, из какой сети, сколько в них людей и как долго. Но не то, что говорят, показывают и пишут, и не имена.",
        ],
        [
          "Google",
          "держит машины (Firebase). В его собственных журналах запросов есть сетевые адреса; владелец сервера может их отключить. Больше ниоткуда ничего не загружается.",
        ],
        [
          "Любой, у кого есть ссылка",
          "может войти, пока организатор не закроет комнату или не включит комнату ожидания.",
        ],
      ],
    },
    {
      id: "limits",
      title: "Чего мы не обещаем",
      text: [
        "Любой участник может снять свой экран. Эту страницу тоже отдаёт сервер: его владелец, изменив её, мог бы узнать ключ. Не доверяете владельцу — запустите meetogram у себя. Подробнее — в разделе [«Безопасность»](/docs/ru/security/).",
      ],
    },
  ],
};

export const privacyWords: Readonly<Record<DocsLanguage, ProseWords>> = { en, ru };
