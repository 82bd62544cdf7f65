import type { AnnouncementMessages } from "../../types/call/announcements.ts";

export const announcements: AnnouncementMessages = {
  audio: (name, isOn) => `${name} hat das Mikrofon ${isOn ? "eingeschaltet" : "ausgeschaltet"}`,
  screen: (name, isOn) => (isOn ? `${name} teilt den Bildschirm` : `${name} teilt den Bildschirm nicht mehr`),
  ownAudio: (isOn) => `Ihr Mikrofon ist ${isOn ? "an" : "aus"}`,
  host: (isHost) => (isHost ? "Sie sind jetzt Host" : "Sie sind nicht mehr Host"),
  lock: (isLocked) => (isLocked ? "Der Raum ist gesperrt" : "Der Raum ist wieder offen"),
};
