import type { AnnouncementMessages } from "../../types/call/announcements.ts";

export const announcements: AnnouncementMessages = {
  audio: (name, isOn) => `${name}: микрофон ${isOn ? "включён" : "выключен"}`,
  screen: (name, isOn) => (isOn ? `${name} показывает экран` : `${name} больше не показывает экран`),
  ownAudio: (isOn) => `Ваш микрофон ${isOn ? "включён" : "выключен"}`,
  host: (isHost) => (isHost ? "Теперь вы организатор" : "Вы больше не организатор"),
  lock: (isLocked) => (isLocked ? "Новых больше не впускают" : "Новых снова впускают"),
};
