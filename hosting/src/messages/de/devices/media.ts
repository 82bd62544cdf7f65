import type { media as english } from "../../en/devices/media.ts";
import { mediaNotices } from "./notices.ts";

export const media: typeof english = {
  turnMicrophoneOn: "Mikrofon einschalten",
  turnMicrophoneOff: "Mikrofon ausschalten",
  turnCameraOn: "Kamera einschalten",
  turnCameraOff: "Kamera ausschalten",
  ...mediaNotices,
  askAgain: "Erneut anfragen",
  unsupported: "Dieser Browser gibt Seiten weder Kamera noch Mikrofon",
  unsupportedHow:
    "Vielleicht ist er in eine andere App eingebaut. Um gehört und gesehen zu werden, öffnen Sie den Link in Chrome, Firefox, Safari oder Edge. Zuhören und zusehen können Sie auch hier.",
  withoutIt: "Sie können sich trotzdem verbinden: Andere sehen Ihren Namen.",
  deniedBoth: "Kamera und Mikrofon sind blockiert",
  deniedCamera: "Kamera ist blockiert",
  deniedMicrophone: "Mikrofon ist blockiert",
  deniedHow: {
    chromium:
      "Wählen Sie das Symbol links neben der Adresse, erlauben Sie Kamera und Mikrofon und fragen Sie erneut an.",
    firefox:
      "Wählen Sie die durchgestrichene Kamera links neben der Adresse, heben Sie die Sperre auf und fragen Sie erneut an.",
    safari:
      "Öffnen Sie Safari › „Einstellungen für diese Website“, erlauben Sie Kamera und Mikrofon und fragen Sie erneut an.",
    mobile:
      "Öffnen Sie die Berechtigungen der Seite neben der Adresse, erlauben Sie Kamera und Mikrofon und fragen Sie erneut an.",
  },
  dismissed: "Die Frage des Browsers blieb offen. Fragen Sie erneut an und wählen Sie „Zulassen“.",
  missingCamera: "Keine Kamera gefunden. Schließen Sie eine an, um gesehen zu werden.",
  missingMicrophone: "Kein Mikrofon gefunden. Schließen Sie eins an, um gehört zu werden.",
  busyCamera: "Ein anderes Programm nutzt die Kamera. Schließen Sie es und fragen Sie erneut an.",
  busyMicrophone: "Ein anderes Programm nutzt das Mikrofon. Schließen Sie es und fragen Sie erneut an.",
  unknownCamera: "Die Kamera ist nicht gestartet. Wählen Sie eine andere oder fragen Sie erneut an.",
  unknownMicrophone: "Das Mikrofon ist nicht gestartet. Wählen Sie ein anderes oder fragen Sie erneut an.",
};
