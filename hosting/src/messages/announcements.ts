// What screen readers read aloud during a call.
import type { Language } from "./language.ts";

export interface AnnouncementMessages {
  readonly audio: (name: string, isOn: boolean) => string;
  readonly screen: (name: string, isOn: boolean) => string;
  readonly ownAudio: (isOn: boolean) => string;
  readonly host: (isHost: boolean) => string;
  readonly lock: (isLocked: boolean) => string;
}

export const announcementMessages: Readonly<Record<Language, AnnouncementMessages>> = {
  en: {
    audio: (name, isOn) => `${name} has turned the microphone ${isOn ? "on" : "off"}`,
    screen: (name, isOn) => (isOn ? `${name} shares a screen` : `${name} no longer shares a screen`),
    ownAudio: (isOn) => `Your microphone is ${isOn ? "on" : "off"}`,
    host: (isHost) => (isHost ? "You are the host now" : "You are not the host any more"),
    lock: (isLocked) => (isLocked ? "The room is locked" : "The room is open again"),
  },
  ru: {
    audio: (name, isOn) => `${name}: микрофон ${isOn ? "включён" : "выключен"}`,
    screen: (name, isOn) => (isOn ? `${name} показывает экран` : `${name} больше не показывает экран`),
    ownAudio: (isOn) => `Ваш микрофон ${isOn ? "включён" : "выключен"}`,
    host: (isHost) => (isHost ? "Теперь вы организатор" : "Вы больше не организатор"),
    lock: (isLocked) => (isLocked ? "Новых больше не впускают" : "Новых снова впускают"),
  },
};
