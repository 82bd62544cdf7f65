// How a meeting is protected, for people who are not going to read the protocol.
import type { DocsLanguage } from "../language.ts";
import type { ProseWords } from "../prose-page.ts";

const en: ProseWords = {
  title: "Security: how meetogram's end-to-end encryption works",
  description:
    "End-to-end encrypted video calls: where the key is, what the safety code proves, what a host can do, and what stays open.",
  heading: "Security",
  lead: "What protects a meeting, from whom, and what it does not protect from.",
  sections: [
    {
      id: "encryption",
      title: "Encrypted from end to end",
      text: [
        "Browsers connect directly. Pictures, sound, chat and files are encrypted between them (WebRTC: DTLS and SRTP). Where a relay is needed, it passes on what it cannot read.",
        "To connect, two browsers exchange their addresses and the fingerprints of their certificates through the server. A page seals these messages with a key of 128 random bits (AES-GCM), and signs each. The key is in the link after `#`, which no request carries.",
      ],
    },
    {
      id: "safety-code",
      title: "The safety code",
      text: [
        "Four pictures, the same for everybody in the call. Compare them aloud: if they match, nobody sits between you, not even the operator together with somebody who has the link. One blind guess in 16,777,216 remains for each new seat.",
      ],
    },
    {
      id: "door",
      title: "Who comes in",
      items: [
        ["The link", "A room has a name of 122 random bits and a key of 128. Nobody finds it by trying."],
        ["A password", "protects a link that went astray. The server keeps a slow hash, and slows down who guesses."],
        ["The waiting room", "lets in only whom a host admits. The database itself holds this, not the pages."],
        [
          "The lock",
          "keeps everybody else out. A removed person stays out; with a new browser profile they are a new person, so lock the room.",
        ],
      ],
    },
    {
      id: "host",
      title: "What a host can do",
      text: [
        "Admit, remove, lock, ask for silence, pass the role on, end the meeting for all and erase it. A host hears and sees what everybody does, nothing more, and cannot switch on anybody's microphone or camera.",
      ],
    },
    {
      id: "devices",
      title: "Microphone and camera",
      text: [
        "Nothing is sent before you press Connect. What is off sends nothing. A muted microphone stays open, so that unmuting is immediate, but the others get silence.",
      ],
    },
    {
      id: "page",
      title: "The page itself",
      text: [
        "Every script and style comes from this site, and a strict Content-Security-Policy holds that. Text from others is never taken for code. Other sites can show a meeting in a frame only if the operator has named them.",
      ],
    },
    {
      id: "open",
      title: "What stays open",
      items: [
        ["Names", "are what people call themselves."],
        ["The operator", "delivers the page, and could deliver another one. Running your own protects from that."],
        [
          "The network",
          "sees that you talk with somebody, and how much. People in a call see each other's addresses, unless they hide them.",
        ],
        ["A recording", "can be made by other means than meetogram's, without a word."],
      ],
    },
    {
      id: "more",
      title: "The whole protocol",
      text: [
        "[How participants find each other](/docs/signalling.txt), precisely enough to write another client, and [every claim with the tests that attack it](/docs/security.txt). What is stored, and until when: [Privacy](/docs/privacy/).",
      ],
    },
  ],
};

const ru: ProseWords = {
  title: "Безопасность: как устроено сквозное шифрование meetogram",
  description:
    "Видеозвонки со сквозным шифрованием: где ключ, что доказывает код безопасности, что может организатор и от чего защиты нет.",
  heading: "Безопасность",
  lead: "Что защищает встречу, от кого и от чего не защищает.",
  sections: [
    {
      id: "encryption",
      title: "Сквозное шифрование",
      text: [
        "Браузеры соединяются напрямую. Видео, звук, чат и файлы между ними зашифрованы (WebRTC: DTLS и SRTP). Если нужен ретранслятор, он передаёт то, чего не может прочесть.",
        "Чтобы соединиться, два браузера обмениваются через сервер адресами и отпечатками сертификатов. Страница запечатывает эти сообщения ключом из 128 случайных бит (AES-GCM) и подписывает каждое. Ключ стоит в ссылке после `#`, и ни один запрос его не несёт.",
      ],
    },
    {
      id: "safety-code",
      title: "Код безопасности",
      text: [
        "Четыре картинки, одинаковые у всех в звонке. Сравните их вслух: если совпали, между вами никого нет — даже владельца сервера вместе с тем, у кого есть ссылка. Остаётся одна слепая догадка из 16 777 216 на каждое новое место.",
      ],
    },
    {
      id: "door",
      title: "Кто войдёт",
      items: [
        ["Ссылка", "У комнаты имя из 122 случайных бит и ключ из 128. Подобрать их нельзя."],
        ["Пароль", "защищает ссылку, попавшую не туда. Сервер хранит медленный хеш и задерживает тех, кто угадывает."],
        [
          "Комната ожидания",
          "впускает только тех, кого впустил организатор. Это держит сама база данных, а не страницы.",
        ],
        [
          "Замок",
          "не впускает больше никого. Удалённый не вернётся; с новым профилем браузера он — новый человек, поэтому закройте комнату.",
        ],
      ],
    },
    {
      id: "host",
      title: "Что может организатор",
      text: [
        "Впустить, удалить, закрыть комнату, попросить тишины, передать роль, завершить встречу для всех и стереть её. Он слышит и видит то же, что остальные, и не может включить чужой микрофон или камеру.",
      ],
    },
    {
      id: "devices",
      title: "Микрофон и камера",
      text: [
        "Пока вы не нажали «Подключиться», ничего не передаётся. То, что выключено, ничего не передаёт. Выключенный микрофон остаётся открытым, чтобы включаться мгновенно, но другим достаётся тишина.",
      ],
    },
    {
      id: "page",
      title: "Сама страница",
      text: [
        "Все скрипты и стили — с этого сайта, за этим следит строгая Content-Security-Policy. Чужой текст никогда не становится кодом. Другие сайты могут показать встречу у себя, только если их назвал владелец сервера.",
      ],
    },
    {
      id: "open",
      title: "От чего защиты нет",
      items: [
        ["Имена", "— то, как люди назвали себя сами."],
        ["Владелец сервера", "отдаёт страницу и мог бы отдать другую. От этого защищает только свой сервер."],
        ["Сеть", "видит, что вы с кем-то говорите и сколько. Участники видят адреса друг друга, если их не скрыть."],
        ["Запись", "можно сделать и другими средствами, не сказав ни слова."],
      ],
    },
    {
      id: "more",
      title: "Протокол целиком",
      text: [
        "[Как участники находят друг друга](/docs/signalling.txt), достаточно точно, чтобы написать свой клиент, и [каждое утверждение с тестами, которые его атакуют](/docs/security.txt) (по-английски). Что хранится и как долго: [«Приватность»](/docs/ru/privacy/).",
      ],
    },
  ],
};

export const securityWords: Readonly<Record<DocsLanguage, ProseWords>> = { en, ru };
