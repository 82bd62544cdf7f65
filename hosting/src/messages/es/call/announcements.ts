import type { AnnouncementMessages } from "../../types/call/announcements.ts";

export const announcements: AnnouncementMessages = {
  audio: (name, isOn) => `${name} ha ${isOn ? "activado" : "desactivado"} el micrófono`,
  screen: (name, isOn) => (isOn ? `${name} comparte la pantalla` : `${name} ya no comparte la pantalla`),
  ownAudio: (isOn) => `Tu micrófono está ${isOn ? "activado" : "desactivado"}`,
  host: (isHost) => (isHost ? "Ahora eres anfitrión" : "Ya no eres anfitrión"),
  lock: (isLocked) => (isLocked ? "La sala está cerrada" : "La sala vuelve a estar abierta"),
};
