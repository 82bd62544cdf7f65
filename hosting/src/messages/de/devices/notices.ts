import type { MediaNoticeMessages } from "../../types/devices/notices.ts";

export const mediaNotices: MediaNoticeMessages = {
  unanswered: "Der Browser wartet auf Ihre Antwort",
  unansweredHow: {
    both: "Suchen Sie die Frage neben der Adresse und wählen Sie „Zulassen“. Bis dahin sieht und hört Sie niemand. Ist dort keine Frage, laden Sie die Seite neu.",
    camera:
      "Suchen Sie die Frage neben der Adresse und wählen Sie „Zulassen“. Bis dahin sieht Sie niemand. Ist dort keine Frage, laden Sie die Seite neu.",
    microphone:
      "Suchen Sie die Frage neben der Adresse und wählen Sie „Zulassen“. Bis dahin hört Sie niemand. Ist dort keine Frage, laden Sie die Seite neu.",
  },
  slow: {
    camera: "Die Kamera startet langsam. Vielleicht fragt das System etwas, oder ein anderes Programm nutzt sie.",
    microphone: "Das Mikrofon startet langsam. Vielleicht fragt das System etwas, oder ein anderes Programm nutzt es.",
  },
  blocked: {
    both: "Das System blockiert Kamera und Mikrofon",
    camera: "Das System blockiert die Kamera",
    microphone: "Das System blockiert das Mikrofon",
  },
  blockedHow:
    "Erlauben Sie diesem Browser den Zugriff in den Systemeinstellungen unter „Datenschutz“ und fragen Sie erneut an.",
  muted: {
    camera: "Das System oder der Browser hat Ihre Kamera ausgeschaltet",
    microphone: "Das System oder der Browser hat Ihr Mikrofon stummgeschaltet",
  },
  mutedHow: {
    camera:
      "Niemand sieht Sie. Prüfen Sie die Abdeckung, die Kamerataste der Tastatur, andere Programme und den Knopf des Browsers. Danach kommt sie von selbst zurück.",
    microphone:
      "Niemand hört Sie. Prüfen Sie die Stummtaste der Tastatur, den Schalter am Headset, ein Telefonat und den Knopf des Browsers. Danach kommt es von selbst zurück.",
  },
  openAgain: "Wieder einschalten",
  replaced: {
    camera: (name) => `Ihre übliche Kamera ist nicht angeschlossen. Stattdessen läuft ${name}.`,
    microphone: (name) => `Ihr übliches Mikrofon ist nicht angeschlossen. Stattdessen läuft ${name}.`,
  },
  returned: (name) => `Dieses Gerät ist wieder da: ${name}.`,
  useReturned: "Verwenden",
  silent: "Ihr Mikrofon scheint stumm zu sein",
  silentHow:
    "Es ist an, aber nicht einmal Rauschen kommt an. Vielleicht ist sein Schalter aus, oder Sie sprechen in ein anderes. Wenn andere Sie hören, ist alles in Ordnung.",
  blur: "Hintergrund verwischen",
  blurOfSystem: (isOn) =>
    isOn
      ? "Das System verwischt Ihren Hintergrund. Das lässt sich in den Systemeinstellungen ändern."
      : "Ihr Hintergrund lässt sich in den Systemeinstellungen verwischen.",
  blurRefused: (isOn) => (isOn ? "Ihr Hintergrund ist noch verwischt" : "Ihr Hintergrund ist nicht verwischt"),
  blurRefusedHow:
    "Die Kamera hat die Änderung nicht angenommen. Suchen Sie in den Systemeinstellungen nach Kameraeffekten.",
};
