// How another site shows a room: the element, the frame below it, commands, events, parameters.
import { elementExample, frameExample } from "../embed-examples.ts";
import type { DocsLanguage } from "../language.ts";
import type { ProseWords } from "../prose-page.ts";

const element = { label: "HTML", text: elementExample, example: "element" };
const frame = { label: "HTML", text: frameExample, example: "frame" };

const en: ProseWords = {
  title: "Embed a video meeting in your site: iframe and web component",
  description:
    "Show a meetogram room inside your own page: a web component, an iframe, typed commands and events, and no third party.",
  heading: "A room in your page",
  lead: "One element, or one iframe. Your page presses the buttons and learns how the call goes.",
  sections: [
    {
      id: "allow",
      title: "First: who may",
      text: [
        "No site may show a room until whoever runs this meetogram has named it. In the source: `npm run embed:allow -- https://your-site.example`, then `firebase deploy --only hosting`. Without names the command takes the permission back.",
      ],
    },
    {
      id: "element",
      title: "The element",
      text: [
        "`<meetogram-room>` is in the package `client/` of the source, as `@meetogram/client/element`. It needs the link that people send each other.",
      ],
      code: element,
      after: [
        "Methods: `join()`, `leave()`, `mute()`, `unmute()`, `setCamera(isOn)`, `share(isOn)`, `sendChat(text)`. Properties and attributes: `link`, `name`, `lang`, `ui`, `chat`. Changing one of them loads the room anew. Events are those below, with `meetogram-` before their name.",
      ],
    },
    {
      id: "frame",
      title: "Without the element",
      text: [
        "The address is that of the link, with `/embed/` for `/r/`. The frame says `meetogram-hello`; answer once with one end of a MessageChannel. Everything else goes through it. Check the origin and the source, as here.",
      ],
      code: frame,
    },
    {
      id: "parameters",
      title: "What is shown",
      text: ["After `?` in the frame's address. What is unknown or wrong is ignored."],
      items: [
        ["`name`", "what the person is called at first; they can change it before they connect"],
        ["`lang`", "the language of the interface, for example `en` or `ru`"],
        ["`theme`", "`light` or `dark`; otherwise as the person has chosen, or the system"],
        ["`ui=minimal`", "no logo, no language switch, no invitation"],
        ["`chat=off`", "no button for the chat, and no command for it"],
      ],
    },
    {
      id: "commands",
      title: "Commands",
      items: [
        [
          '`{type: "join"}`',
          "the same as a press on Connect. Unless the person has pressed something inside the frame, microphone and camera are off then",
        ],
        ['`{type: "leave"}`', "leaves the call, or the lobby"],
        ['`{type: "mute"}`, `{type: "unmute"}`', "the microphone"],
        ['`{type: "camera", isOn}`', "the camera"],
        ['`{type: "share", isOn}`', "the screen. The browser asks for a press inside the frame a moment ago"],
        ['`{type: "chat", text}`', "sends a message in this person's name"],
      ],
    },
    {
      id: "events",
      title: "Events",
      items: [
        ["`ready`", "`{version}`: the frame takes commands"],
        ["`joined`", "the person is in the call"],
        ["`left`", "`{reason}`: the visit is over, for example `left`, `ended`, `removed`, `full`, `not-found`"],
        ["`participants`", "`{count}`: how many are in the call"],
        ["`state`", "`{microphone, camera, screen}`: what is on of this person"],
        ["`chat`", "`{unread}`: how many messages wait"],
        [
          "`error`",
          "`{code, command}`: `needs-press`, `not-in-call`, `over`, `needs-password`, `chat-off`, `unsupported`, `invalid-command`",
        ],
      ],
      after: [
        "Events say how the call goes, never what is in it: no name, no text, no key. Whoever has the link can come in and be seen. A frame makes nobody an unseen listener.",
      ],
    },
  ],
};

const ru: ProseWords = {
  title: "Видеовстреча на вашем сайте: iframe и веб-компонент",
  description:
    "Покажите комнату meetogram на своей странице: веб-компонент, iframe, команды и события с типами, без третьих лиц.",
  heading: "Комната на вашей странице",
  lead: "Один элемент или один iframe. Ваша страница нажимает кнопки и знает, как идёт звонок.",
  sections: [
    {
      id: "allow",
      title: "Сначала — кому можно",
      text: [
        "Ни один сайт не может показать комнату, пока его не назвал владелец этого meetogram. В исходниках: `npm run embed:allow -- https://your-site.example`, затем `firebase deploy --only hosting`. Та же команда без имён отбирает разрешение.",
      ],
    },
    {
      id: "element",
      title: "Элемент",
      text: [
        "`<meetogram-room>` лежит в пакете `client/` исходников как `@meetogram/client/element`. Ему нужна та же ссылка, которую люди посылают друг другу.",
      ],
      code: element,
      after: [
        "Методы: `join()`, `leave()`, `mute()`, `unmute()`, `setCamera(isOn)`, `share(isOn)`, `sendChat(text)`. Свойства и атрибуты: `link`, `name`, `lang`, `ui`, `chat`. Если изменить любой из них, комната загрузится заново. События — те, что ниже, с `meetogram-` перед именем.",
      ],
    },
    {
      id: "frame",
      title: "Без элемента",
      text: [
        "Адрес — как в ссылке, но с `/embed/` вместо `/r/`. Фрейм говорит `meetogram-hello`; ответьте один раз, передав один конец MessageChannel. Всё остальное идёт через него. Проверяйте источник и окно, как здесь.",
      ],
      code: frame,
    },
    {
      id: "parameters",
      title: "Что показывать",
      text: ["После `?` в адресе фрейма. Незнакомое и ошибочное не учитывается."],
      items: [
        ["`name`", "как человека зовут вначале; до подключения он может это изменить"],
        ["`lang`", "язык интерфейса, например `en` или `ru`"],
        ["`theme`", "`light` или `dark`; иначе как выбрал сам человек или как в системе"],
        ["`ui=minimal`", "без логотипа, выбора языка и приглашения"],
        ["`chat=off`", "без кнопки чата и без команды для него"],
      ],
    },
    {
      id: "commands",
      title: "Команды",
      items: [
        [
          '`{type: "join"}`',
          "то же, что нажать «Подключиться». Если человек ничего не нажимал внутри фрейма, микрофон и камера при этом выключены",
        ],
        ['`{type: "leave"}`', "выйти из звонка или уйти до входа"],
        ['`{type: "mute"}`, `{type: "unmute"}`', "микрофон"],
        ['`{type: "camera", isOn}`', "камера"],
        ['`{type: "share", isOn}`', "экран. Браузер требует, чтобы внутри фрейма только что нажали"],
        ['`{type: "chat", text}`', "отправить сообщение от имени этого человека"],
      ],
    },
    {
      id: "events",
      title: "События",
      items: [
        ["`ready`", "`{version}`: фрейм принимает команды"],
        ["`joined`", "человек в звонке"],
        ["`left`", "`{reason}`: визит окончен, например `left`, `ended`, `removed`, `full`, `not-found`"],
        ["`participants`", "`{count}`: сколько людей в звонке"],
        ["`state`", "`{microphone, camera, screen}`: что включено у этого человека"],
        ["`chat`", "`{unread}`: сколько сообщений не прочитано"],
        [
          "`error`",
          "`{code, command}`: `needs-press`, `not-in-call`, `over`, `needs-password`, `chat-off`, `unsupported`, `invalid-command`",
        ],
      ],
      after: [
        "События говорят, как идёт звонок, но не что в нём: ни имён, ни текста, ни ключа. Тот, у кого есть ссылка, может войти, и его увидят. Незаметным слушателем фрейм никого не делает.",
      ],
    },
  ],
};

export const embedWords: Readonly<Record<DocsLanguage, ProseWords>> = { en, ru };
