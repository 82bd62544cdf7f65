// The texts of the people panel: who is here, how well each is heard and seen, what a host may do.
import type { Language } from "./language.ts";

interface Confirmation {
  readonly label: string;
  readonly confirm: string;
}

export interface PeopleMessages {
  readonly heading: string;
  readonly close: string;
  readonly tabs: { readonly people: string; readonly privacy: string };
  readonly list: string;
  readonly host: string;
  readonly screen: string;
  readonly connection: string;
  /** How loud somebody is here. */
  readonly volume: string;
  readonly hearing: {
    readonly yes: string;
    readonly no: (name: string) => string;
    readonly blocked: (name: string) => string;
    /** Their microphone is on, and no audio arrives. */
    readonly unheard: string;
  };
  readonly causes: Readonly<Record<"offline" | "network-here" | "network-there" | "asleep", string>>;
  readonly code: {
    readonly heading: string;
    readonly text: string;
    readonly alone: string;
    readonly pending: string;
    readonly waiting: (names: string) => string;
    readonly label: (pictures: string) => string;
    readonly match: string;
    readonly compared: string;
    readonly newcomers: (names: string) => string;
    readonly differ: string;
    readonly noKey: string;
  };
  readonly figures: {
    readonly none: string;
    readonly roundTrip: string;
    readonly loss: string;
    readonly received: string;
    readonly sent: string;
    readonly picture: string;
    readonly way: string;
    readonly limitedBy: string;
    readonly unknown: string;
    readonly noPicture: string;
    readonly direct: string;
    readonly relayed: string;
    readonly limitations: Readonly<Record<"none" | "cpu" | "bandwidth" | "other", string>>;
    readonly milliseconds: (value: string) => string;
    readonly kilobits: (value: string) => string;
    readonly framesPerSecond: (size: string, frames: string) => string;
    readonly plot: (what: string, lowest: string, highest: string) => string;
  };
  readonly waiting: { readonly heading: string; readonly text: string };
  readonly suspicions: Readonly<Record<"signal-refused" | "signal-flood", string>>;
  readonly controls: {
    readonly heading: string;
    readonly cancel: string;
    readonly lock: string;
    readonly lockHint: string;
    readonly lockedByHost: string;
    readonly remove: Confirmation & { readonly question: (name: string) => string };
    readonly makeHost: Confirmation & { readonly question: (name: string) => string };
    readonly end: Confirmation & { readonly question: string };
    readonly erase: Confirmation & { readonly question: string };
  };
  readonly stored: {
    readonly heading: string;
    readonly loading: string;
    readonly what: string;
    readonly documents: string;
    readonly until: string;
    readonly kinds: Readonly<Record<"room" | "secrets" | "seats" | "signals" | "users" | "accounts", string>>;
    readonly sealed: string;
    readonly unsealed: string;
    readonly never: string;
  };
  readonly summary: {
    readonly copy: string;
    readonly copied: string;
    readonly hint: string;
    readonly refused: string;
  };
}

const en: PeopleMessages = {
  heading: "People",
  close: "Close the list of people",
  tabs: { people: "In the call", privacy: "Privacy" },
  list: "People in the call",
  host: "Host",
  screen: "Shares the screen",
  connection: "Connection",
  volume: "Volume for you",
  hearing: {
    yes: "Hears you",
    no: (name) => `${name} may not hear you`,
    blocked: (name) => `${name} does not hear you: sound is blocked there`,
    unheard: "Their microphone is on, but no sound arrives here",
  },
  causes: {
    offline: "You are offline",
    "network-here": "Perhaps no network on your side",
    "network-there": "Perhaps no network on their side",
    asleep: "Perhaps their tab is asleep",
  },
  code: {
    heading: "Safety code",
    text: "Read the four words to each other. If everybody has the same ones, nobody sits between you.",
    alone: "It appears when somebody else is here.",
    pending: "Working it out…",
    waiting: (names) => `Working it out. Still waiting for: ${names}.`,
    label: (pictures) => `Safety code: ${pictures}`,
    match: "They match",
    compared: "You have compared it with everybody who is here.",
    newcomers: (names) => `New since you compared: ${names}. For the others nothing has changed.`,
    differ: "If they differ, somebody may sit between you. Leave, and send the link in another way.",
    noKey:
      "This link has no key, so there is no safety code: names and the messages that connect you are not protected from the operator of this server.",
  },
  figures: {
    none: "The first figures are on their way.",
    roundTrip: "Round trip",
    loss: "Lost",
    received: "Received",
    sent: "Sent",
    picture: "Picture",
    way: "Way",
    limitedBy: "Held back by",
    unknown: "not known",
    noPicture: "none",
    direct: "direct",
    relayed: "through a relay",
    limitations: { none: "nothing", cpu: "your processor", bandwidth: "the network", other: "something else" },
    milliseconds: (value) => `${value} ms`,
    kilobits: (value) => `${value} kbit/s`,
    framesPerSecond: (size, frames) => `${size}, ${frames} frames/s`,
    plot: (what, lowest, highest) => `${what} over the last two minutes: from ${lowest} to ${highest}`,
  },
  waiting: {
    heading: "In the lobby",
    text: "They have a seat and have not come in. Their names show when they ask or come in.",
  },
  suspicions: {
    "signal-refused": "Sends what cannot be opened here",
    "signal-flood": "Sends very many messages",
  },
  controls: {
    heading: "Room",
    cancel: "Cancel",
    lock: "Lock the room",
    lockHint: "Nobody new comes in.",
    lockedByHost: "Locked by the host: nobody new comes in.",
    remove: {
      label: "Remove",
      question: (name) => `Remove ${name}? They cannot come back with that browser.`,
      confirm: "Remove",
    },
    makeHost: {
      label: "Make host",
      question: (name) => `Make ${name} the host? You will no longer be host.`,
      confirm: "Make host",
    },
    end: {
      label: "End for all",
      question: "End the meeting for everybody? The room is erased, and its link no longer works.",
      confirm: "End for all",
    },
    erase: {
      label: "Erase this room",
      question: "Erase the room and all that is stored about it? Its link no longer works then.",
      confirm: "Erase",
    },
  },
  stored: {
    heading: "What is stored about this room",
    loading: "Asking the server…",
    what: "What",
    documents: "How many",
    until: "Until when",
    kinds: {
      room: "The room: its size, its lock, its end",
      secrets: "The host key and the password, as hashes",
      seats: "Seats: who is here",
      signals: "Messages that connect people",
      users: "Random numbers of the browsers that were here",
      accounts: "Their sign-ins: a random number and two times each",
    },
    sealed: "Names and messages are sealed: the server cannot read them.",
    unsealed: "This link has no key: the server could read names and messages.",
    never: "Sound and pictures are never stored. The time moves on for as long as somebody is here.",
  },
  summary: {
    copy: "Copy a summary for a bug report",
    copied: "Summary copied",
    hint: "No names and no addresses are in it.",
    refused: "The browser did not let it be copied. Take it from here:",
  },
};

const ru: PeopleMessages = {
  heading: "Участники",
  close: "Закрыть список участников",
  tabs: { people: "На встрече", privacy: "Приватность" },
  list: "Участники звонка",
  host: "Организатор",
  screen: "Показывает экран",
  connection: "Связь",
  volume: "Громкость у вас",
  hearing: {
    yes: "Слышит вас",
    no: (name) => `${name}, возможно, не слышит вас`,
    blocked: (name) => `${name} не слышит вас: там звук придержал браузер`,
    unheard: "Микрофон там включён, но звук сюда не доходит",
  },
  causes: {
    offline: "Вы не в сети",
    "network-here": "Возможно, у вас нет сети",
    "network-there": "Возможно, у собеседника нет сети",
    asleep: "Возможно, вкладка собеседника уснула",
  },
  code: {
    heading: "Код безопасности",
    text: "Назовите друг другу четыре слова. Если у всех они одинаковы, между вами никого нет.",
    alone: "Появится, когда придёт кто-то ещё.",
    pending: "Вычисляем…",
    waiting: (names) => `Вычисляем. Ещё нет ответа: ${names}.`,
    label: (pictures) => `Код безопасности: ${pictures}`,
    match: "Совпадают",
    compared: "Вы сверили код со всеми, кто здесь.",
    newcomers: (names) => `Новые с тех пор, как вы сверили код: ${names}. Для остальных ничего не изменилось.`,
    differ: "Если слова разные, между вами может кто-то быть. Выйдите и пришлите ссылку другим путём.",
    noKey:
      "В этой ссылке нет ключа, поэтому нет и кода: имена и сообщения, которые вас соединяют, не защищены от оператора сервера.",
  },
  figures: {
    none: "Первые цифры скоро появятся.",
    roundTrip: "Задержка",
    loss: "Потери",
    received: "Приём",
    sent: "Отдача",
    picture: "Картинка",
    way: "Путь",
    limitedBy: "Сдерживает",
    unknown: "неизвестно",
    noPicture: "нет",
    direct: "напрямую",
    relayed: "через ретранслятор",
    limitations: { none: "ничего", cpu: "ваш процессор", bandwidth: "сеть", other: "что-то другое" },
    milliseconds: (value) => `${value} мс`,
    kilobits: (value) => `${value} кбит/с`,
    framesPerSecond: (size, frames) => `${size}, ${frames} кадр/с`,
    plot: (what, lowest, highest) => `${what} за последние две минуты: от ${lowest} до ${highest}`,
  },
  waiting: {
    heading: "У входа",
    text: "Они заняли место, но ещё не вошли. Имена появятся, когда попросятся или войдут.",
  },
  suspicions: {
    "signal-refused": "Присылает то, что здесь не открывается",
    "signal-flood": "Присылает очень много сообщений",
  },
  controls: {
    heading: "Комната",
    cancel: "Отмена",
    lock: "Закрыть комнату",
    lockHint: "Никто новый не войдёт.",
    lockedByHost: "Организатор закрыл комнату: никто новый не войдёт.",
    remove: {
      label: "Удалить",
      question: (name) => `${name}: удалить из встречи? Вернуться из того же браузера не получится.`,
      confirm: "Удалить",
    },
    makeHost: {
      label: "Передать роль",
      question: (name) => `${name}: передать роль организатора? Вы больше не будете организатором.`,
      confirm: "Передать",
    },
    end: {
      label: "Завершить для всех",
      question: "Завершить встречу для всех? Комната сотрётся, а ссылка перестанет работать.",
      confirm: "Завершить",
    },
    erase: {
      label: "Стереть комнату",
      question: "Стереть комнату и всё, что о ней хранится? Ссылка перестанет работать.",
      confirm: "Стереть",
    },
  },
  stored: {
    heading: "Что хранится об этой комнате",
    loading: "Спрашиваем сервер…",
    what: "Что",
    documents: "Сколько",
    until: "До какого времени",
    kinds: {
      room: "Комната: размер, замок, срок",
      secrets: "Хеши ключа организатора и пароля",
      seats: "Места: кто здесь",
      signals: "Сообщения, которые соединяют людей",
      users: "Случайные номера браузеров, которые здесь были",
      accounts: "Их входы: случайный номер и два времени у каждого",
    },
    sealed: "Имена и сообщения запечатаны: сервер не может их прочесть.",
    unsealed: "В этой ссылке нет ключа: сервер мог бы прочесть имена и сообщения.",
    never: "Звук и картинка не хранятся никогда. Срок отодвигается, пока здесь кто-то есть.",
  },
  summary: {
    copy: "Скопировать сводку для отчёта об ошибке",
    copied: "Сводка скопирована",
    hint: "В ней нет ни имён, ни адресов.",
    refused: "Браузер не дал скопировать. Возьмите отсюда:",
  },
};

export const peopleMessages: Readonly<Record<Language, PeopleMessages>> = { en, ru };
