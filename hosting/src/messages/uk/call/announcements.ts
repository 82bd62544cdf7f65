import type { AnnouncementMessages } from "../../types/call/announcements.ts";

export const announcements: AnnouncementMessages = {
  audio: (name, isOn) => `${name}: мікрофон ${isOn ? "увімкнено" : "вимкнено"}`,
  screen: (name, isOn) => (isOn ? `${name} показує екран` : `${name} більше не показує екран`),
  ownAudio: (isOn) => `Ваш мікрофон ${isOn ? "увімкнено" : "вимкнено"}`,
  host: (isHost) => (isHost ? "Тепер ви організатор" : "Ви більше не організатор"),
  lock: (isLocked) => (isLocked ? "Нових більше не впускають" : "Нових знову впускають"),
};
