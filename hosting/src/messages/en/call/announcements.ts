import type { AnnouncementMessages } from "../../types/call/announcements.ts";

export const announcements: AnnouncementMessages = {
  audio: (name, isOn) => `${name} has turned the microphone ${isOn ? "on" : "off"}`,
  screen: (name, isOn) => (isOn ? `${name} shares a screen` : `${name} no longer shares a screen`),
  ownAudio: (isOn) => `Your microphone is ${isOn ? "on" : "off"}`,
  host: (isHost) => (isHost ? "You are the host now" : "You are no longer the host"),
  lock: (isLocked) => (isLocked ? "The room is locked" : "The room is open again"),
};
