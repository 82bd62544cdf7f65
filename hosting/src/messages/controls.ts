// The texts of the bar below the call, its menus, hands, reactions and what a host asks.
import type { ReactionEmoji } from "@meetogram/contract";
import type { Language } from "./language.ts";

export interface ControlMessages {
  /** Below the icons, where there is room. */
  readonly short: Readonly<
    Record<"microphone" | "camera" | "screen" | "react" | "hand" | "view" | "people" | "more" | "leave", string>
  >;
  readonly microphoneMenu: string;
  readonly cameraMenu: string;
  readonly more: string;
  readonly react: string;
  readonly reactions: Readonly<Record<ReactionEmoji, string>>;
  readonly reacted: (name: string, reaction: string) => string;
  readonly raiseHand: string;
  readonly lowerHand: string;
  readonly handRaised: (name: string) => string;
  readonly handLowered: string;
  /** Of a raised hand, with its place in the queue. */
  readonly handOf: (place: number) => string;
  readonly shortcuts: string;
  readonly shortcutNames: Readonly<Record<"microphone" | "camera" | "hand" | "people" | "shortcuts", string>>;
  readonly holdToTalk: string;
  /** The key. */
  readonly space: string;
  readonly mutedSpeech: string;
  readonly sounds: string;
  readonly soundsHint: string;
  /** Of the browser's tab. */
  readonly title: (people: number) => string;
  readonly timeInCall: string;
  readonly leaving: Readonly<Record<"question" | "hint" | "stay", string>>;
  readonly singleLetters: string;
  readonly singleLettersHint: string;
  readonly close: string;
  readonly requests: {
    readonly mute: string;
    readonly muteAll: string;
    readonly askToSpeak: string;
    readonly lowerHand: string;
    readonly muted: (host: string) => string;
    readonly speak: (host: string) => string;
    readonly turnOn: string;
    readonly notNow: string;
  };
}

const en: ControlMessages = {
  short: {
    microphone: "Microphone",
    camera: "Camera",
    screen: "Share",
    react: "React",
    hand: "Hand",
    view: "View",
    people: "People",
    more: "More",
    leave: "Leave",
  },
  microphoneMenu: "Choose the microphone",
  cameraMenu: "Choose the camera",
  more: "More",
  react: "React",
  reactions: {
    "👍": "Thumbs up",
    "❤️": "Heart",
    "👏": "Applause",
    "😂": "Laughter",
    "😮": "Surprise",
    "🎉": "Celebration",
  },
  reacted: (name, reaction) => `${name} reacts: ${reaction}`,
  raiseHand: "Raise your hand",
  lowerHand: "Lower your hand",
  handRaised: (name) => `${name} has raised a hand`,
  handLowered: "Your hand is lowered",
  handOf: (place) => `Hand raised, number ${place}`,
  shortcuts: "Keyboard shortcuts",
  shortcutNames: {
    microphone: "Microphone on or off",
    camera: "Camera on or off",
    hand: "Raise or lower your hand",
    people: "People",
    shortcuts: "This list",
  },
  holdToTalk: "Talk while it is held",
  space: "Space",
  mutedSpeech: "Your microphone is off. If you are speaking, nobody hears you.",
  sounds: "Sounds",
  soundsHint: "For who comes and goes, hands and messages. In a room of more than six there are none.",
  title: (people) => (people === 1 ? "Call, only you – meetogram" : `Call of ${people} – meetogram`),
  timeInCall: "Time in the call",
  leaving: { question: "Leave the call?", hint: "You can come back with the same link.", stay: "Stay" },
  singleLetters: "Letters without Alt",
  singleLettersHint: "A single letter then acts, unless you are typing.",
  close: "Close",
  requests: {
    mute: "Mute",
    muteAll: "Mute everybody",
    askToSpeak: "Ask to speak",
    lowerHand: "Lower hand",
    muted: (host) => `${host} has muted you. You can turn the microphone on again.`,
    speak: (host) => `${host} asks you to speak.`,
    turnOn: "Turn the microphone on",
    notNow: "Not now",
  },
};

const ru: ControlMessages = {
  short: {
    microphone: "Микрофон",
    camera: "Камера",
    screen: "Экран",
    react: "Реакция",
    hand: "Рука",
    view: "Вид",
    people: "Люди",
    more: "Ещё",
    leave: "Выйти",
  },
  microphoneMenu: "Выбрать микрофон",
  cameraMenu: "Выбрать камеру",
  more: "Ещё",
  react: "Реакция",
  reactions: {
    "👍": "Нравится",
    "❤️": "Сердце",
    "👏": "Аплодисменты",
    "😂": "Смех",
    "😮": "Удивление",
    "🎉": "Праздник",
  },
  reacted: (name, reaction) => `${name}, реакция: ${reaction}`,
  raiseHand: "Поднять руку",
  lowerHand: "Опустить руку",
  handRaised: (name) => `${name}: рука поднята`,
  handLowered: "Ваша рука опущена",
  handOf: (place) => `Рука поднята, ${place}-й в очереди`,
  shortcuts: "Горячие клавиши",
  shortcutNames: {
    microphone: "Включить или выключить микрофон",
    camera: "Включить или выключить камеру",
    hand: "Поднять или опустить руку",
    people: "Люди",
    shortcuts: "Этот список",
  },
  holdToTalk: "Говорить, пока нажато",
  space: "Пробел",
  mutedSpeech: "Ваш микрофон выключен. Если вы говорите, вас не слышно.",
  sounds: "Звуки",
  soundsHint: "Когда кто-то входит или выходит, поднимает руку, пишет. Если людей больше шести, звуков нет.",
  title: (people) => (people === 1 ? "Звонок, вы одни – meetogram" : `Звонок, участников: ${people} – meetogram`),
  timeInCall: "Время в звонке",
  leaving: { question: "Выйти из звонка?", hint: "Вернуться можно по той же ссылке.", stay: "Остаться" },
  singleLetters: "Буквы без Alt",
  singleLettersHint: "Тогда буква действует сама, если вы ничего не печатаете.",
  close: "Закрыть",
  requests: {
    mute: "Выключить микрофон",
    muteAll: "Выключить всем микрофоны",
    askToSpeak: "Попросить высказаться",
    lowerHand: "Опустить руку",
    muted: (host) => `${host}: ваш микрофон выключен. Вы можете включить его снова.`,
    speak: (host) => `${host} просит вас высказаться.`,
    turnOn: "Включить микрофон",
    notNow: "Не сейчас",
  },
};

export const controlMessages: Readonly<Record<Language, ControlMessages>> = { en, ru };
