import type { InviteMessages } from "../../types/panels/invite.ts";
import { count } from "../count.ts";

export const invite: InviteMessages = {
  heading: "Personen einladen",
  close: "Schließen",
  open: "Einladen…",
  copy: "Link kopieren",
  copied: "Kopiert",
  share: "Teilen…",
  mail: "E-Mail schreiben",
  copyMessage: "Als Nachricht kopieren",
  subject: "Einladung zum Meeting",
  message: (link) => `Kommen Sie in mein Meeting: ${link}`,
  code: "QR-Code des Links zu diesem Meeting",
  codeHint: "Richten Sie die Kamera eines Handys darauf.",
  lives: (until) => `Der Link funktioniert bis ${until}, und länger, wenn jemand im Raum ist.`,
  livesUnknown: "Der Link funktioniert, solange jemand im Raum ist, und noch eine Weile danach.",
  moving: {
    open: "Auf anderem Gerät fortsetzen",
    heading: "Auf anderem Gerät fortsetzen",
    how: "Richten Sie die Kamera des anderen Geräts auf diesen Code und öffnen Sie den Link. Der Anruf geht dort unter Ihrem Namen weiter und endet hier.",
    host: "Sie bleiben Host.",
    warning:
      "Zeigen Sie den Code niemandem, auch nicht auf einem geteilten Bildschirm: Wer ihn zuerst öffnet, bekommt Ihren Platz. Er funktioniert einmal, zwei Minuten lang.",
    code: "QR-Code, der den Anruf auf ein anderes Gerät holt",
    loading: "Code wird erstellt…",
    over: "Dieser Code gilt nicht mehr.",
    failed: "Es gibt keinen Code: Der Server hat keinen gegeben. Prüfen Sie das Netz und versuchen Sie es erneut.",
    again: "Neuen Code zeigen",
  },
  calendar: {
    heading: "In den Kalender eintragen",
    when: "Beginn",
    missing: "Wählen Sie Datum und Uhrzeit.",
    past: "Diese Zeit ist vorbei. Wählen Sie eine spätere.",
    howLong: "Dauer",
    minutes: (number) =>
      number < 60
        ? count(number, "Minute", "Minuten")
        : number % 60 === 0
          ? count(number / 60, "Stunde", "Stunden")
          : `${Math.floor(number / 60)} Std. ${number % 60} Min.`,
    title: "Meeting",
    text: (link) => `Öffnen Sie zum Eintreten den Link: ${link}`,
    tooLate:
      "Der Link funktioniert dann vielleicht nicht mehr: Der Raum schließt einige Zeit, nachdem alle gegangen sind. Sicherer ist es, kurz vorher ein neues Meeting zu starten und dessen Link zu senden.",
    save: "Kalenderdatei speichern",
    saved: "In Ihren Downloads gespeichert. Öffnen Sie die Datei, um das Meeting in den Kalender einzutragen.",
  },
};
