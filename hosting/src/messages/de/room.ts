// The shape is that of English: the compiler checks it.
import type { Messages } from "../en/room.ts";
import { count } from "./count.ts";
import { beforeCall } from "./before-call.ts";
import { chat } from "./chat.ts";
import { cameraFlip } from "./camera-flip.ts";
import { announcements } from "./announcements.ts";
import { controls } from "./controls.ts";
import { ending } from "./ending.ts";
import { files } from "./files.ts";
import { invite } from "./invite.ts";
import { mediaNotices } from "./media-notices.ts";
import { people } from "./people.ts";
import { recording } from "./recording.ts";
import { safetyPictures } from "./safety-pictures.ts";
import { stage } from "./stage.ts";
import { page } from "./page.ts";
import { waitingRoom } from "./waiting-room.ts";

export const room: Messages = {
  ...page,
  lobby: {
    heading: "Bereit?",
    inside: (number) =>
      number === 0 ? "Noch niemand ist im Raum" : `${count(number, "Person ist", "Personen sind")} im Raum`,
    checking: "Raum wird geprüft…",
    proving: "Browser wird geprüft…",
    name: "Ihr Name",
    namePlaceholder: "Wie andere Sie sehen",
    password: "Raumpasswort",
    connect: "Verbinden",
    connecting: "Verbindet…",
    retry: "Erneut versuchen",
    noKey:
      "Dieser Link hat keinen Schlüssel, daher könnte der Betreiber dieses Servers mithören. Ein Link von „Meeting starten“ hat immer einen.",
    cameraOff: "Die Kamera ist aus",
    cameraOpening: "Kamera wird eingeschaltet…",
    microphoneLevel: "Mikrofonpegel",
    copyLink: "Link kopieren",
    copied: "Link kopiert",
  },
  beforeCall,
  devices: {
    heading: "Geräte",
    camera: "Kamera",
    microphone: "Mikrofon",
    speaker: "Lautsprecher",
    unnamedSpeaker: (number) => `Lautsprecher ${number}`,
    speakerGone:
      "Ihr üblicher Lautsprecher ist nicht angeschlossen. Sie hören die anderen über den Lautsprecher des Systems.",
    testSpeaker: "Testton abspielen",
    unnamedCamera: (number) => `Kamera ${number}`,
    unnamedMicrophone: (number) => `Mikrofon ${number}`,
    none: "Keine gefunden",
    more: "Weitere Optionen",
    sound: "Ton",
    echoCancellation: "Echo entfernen",
    noiseSuppression: "Rauschen entfernen",
    autoGainControl: "Lautstärke ausgleichen",
    hideAddress: "Meine IP-Adresse verbergen",
    hideAddressHint:
      "Der Anruf läuft über das Relay des Servers, etwas langsamer. Wer schon im Raum ist, hat Ihre Adresse vielleicht gesehen. Ab Ihrem nächsten Besuch sieht sie niemand.",
    close: "Schließen",
  },
  media: {
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
  },
  call: {
    heading: "Anruf",
    controls: "Steuerung des Anrufs",
    you: "Sie",
    nameless: "Gast",
    alone: "Gerade ist sonst niemand hier",
    aloneHint: "Senden Sie den Link: Wer ihn hat, ist mit zwei Klicks dabei.",
    leave: "Verlassen",
    invite: "Einladen",
    share: "Link teilen",
    copyLink: "Link kopieren",
    copied: "Link kopiert",
    devices: "Geräte wählen",
    connecting: "Verbindet…",
    silent: "Keine Verbindung",
    microphoneOff: "Mikrofon aus",
    cameraOff: "Kamera aus",
    shareScreen: "Bildschirm teilen",
    stopScreen: "Bildschirm nicht mehr teilen",
    stopShort: "Beenden",
    sharing: "Alle hier sehen Ihren Bildschirm.",
    screenOf: (name) => `Bildschirm von ${name}`,
    fullScreen: "Vollbild",
    people: "Personen",
    locked: "Der Raum ist gesperrt: Niemand Neues kann eintreten.",
    soundOn: "Ton einschalten",
    soundRefused: "Der Browser hat den Ton blockiert.",
    joined: (name) => `${name} ist dabei`,
    left: (name) => `${name} ist nicht mehr verbunden`,
    newcomers: (names) =>
      `Nach Ihrem Vergleich des Sicherheitscodes eingetreten: ${names}. Für die anderen hat sich nichts geändert.`,
    compare: "Vergleichen",
    notNow: "Nicht jetzt",
    signallingLost:
      "Der Server ist nicht erreichbar. Der Anruf geht weiter. Neue können eintreten, wenn er wieder da ist.",
    seatLost:
      "Die Verbindung zum Raum ist verloren. Der Anruf geht weiter, und diese Seite bittet weiter um Ihren Platz. Bis dahin erreicht Sie niemand Neues.",
    askForSeat: "Jetzt bitten",
    loading: "Raum wird betreten…",
  },
  announcements,
  controls,
  people,
  stage,
  chat,
  waitingRoom,
  recording,
  safetyPictures,
  ending,
  files,
  invite,
  causes: {
    offline: "Sie sind offline. Der Anruf kommt mit dem Netz zurück.",
    "network-here": "Vielleicht ist Ihr Netz weg. Der Anruf kommt mit ihm zurück.",
    "network-there": "Vielleicht ist dort das Netz weg, oder das Gerät schläft. Ein anderer Weg wird gesucht.",
    asleep: "Das Netz dort funktioniert. Vielleicht schläft der Tab: Er kann von selbst zurückkommen.",
  },
  deadEnds: {
    startOver: "Neues Meeting",
    check: "Gerät prüfen",
    expired: {
      status: "Abgelaufen",
      title: "Dieses Meeting ist vorbei",
      text: "Der Link funktioniert nicht mehr. Ein Raum schließt, wenn ein Host das Meeting beendet oder wenn alle seit einiger Zeit gegangen sind. Starten Sie mit einem Klick ein neues Meeting.",
    },
    ended: {
      status: "Beendet",
      title: "Der Host hat dieses Meeting beendet",
      text: "Der Raum ist gelöscht, und der Link funktioniert nicht mehr. Starten Sie mit einem Klick ein neues Meeting.",
    },
    erased: {
      status: "Beendet",
      title: "Dieses Meeting ist vorbei",
      text: "Sie haben es beendet und den Raum gelöscht. Der Link funktioniert nicht mehr.",
    },
    ...waitingRoom.deadEnds,
    ...invite.deadEnds,
    "not-found": {
      status: "Nicht gefunden",
      title: "Unter dieser Adresse gibt es nichts",
      text: "Vielleicht wurde nur ein Teil des Links kopiert. Bitten Sie noch einmal darum, oder starten Sie ein neues Meeting.",
    },
    full: {
      status: "Voll",
      title: "Alle Plätze sind besetzt",
      text: "Warten Sie, bis jemand geht, und versuchen Sie es erneut.",
      action: "Erneut versuchen",
    },
    "already-connected": {
      status: "Schon verbunden",
      title: "Sie sind schon in diesem Anruf",
      text: "Er ist in einem anderen Tab oder Fenster offen, vielleicht in einem abgestürzten. Gehen Sie dorthin zurück, oder holen Sie den Anruf hierher.",
      action: "Anruf hierher holen",
    },
    moved: {
      status: "Verschoben",
      title: "Der Anruf ist jetzt in einem anderen Tab oder auf einem anderen Gerät",
      text: "Sie können diese Seite schließen oder den Anruf zurückholen.",
      action: "Anruf zurückholen",
    },
    "incomplete-link": {
      status: "Link unvollständig",
      title: "Dieser Link ist unvollständig",
      text: "Ein Teil ging unterwegs verloren oder wurde geändert. Bitten Sie um den ganzen Link und öffnen Sie ihn noch einmal.",
    },
    locked: {
      status: "Gesperrt",
      title: "Der Raum ist gesperrt",
      text: "Der Host lässt gerade niemanden mehr ein. Bitten Sie ihn, den Raum zu öffnen, und versuchen Sie es erneut.",
      action: "Erneut versuchen",
    },
    removed: {
      status: "Entfernt",
      title: "Sie wurden entfernt",
      text: "Der Host hat Sie aus diesem Meeting entfernt.",
    },
    lost: {
      status: "Verloren",
      title: "Die Verbindung zum Raum ist verloren",
      text: "Der Server kennt Ihren Platz nicht mehr und sagt nicht, warum. Vielleicht wurde das Meeting beendet, oder der Server hat seine Daten verloren.",
      action: "Zurückkehren",
    },
    left: {
      status: "Bis bald",
      title: "Sie haben das Meeting verlassen",
      text: "Der Raum bleibt noch eine Weile: Sie können zurückkehren.",
      action: "Zurückkehren",
    },
    unsupported: {
      status: "Nicht unterstützt",
      title: "Dieser Browser kann keine Anrufe",
      text: "Ihm fehlt WebRTC oder Verschlüsselung. Kopieren Sie den Link und öffnen Sie ihn in einem aktuellen Chrome, Firefox, Safari oder Edge.",
    },
    insecure: {
      status: "Ohne https",
      title: "Diese Seite wurde ohne https geöffnet",
      text: "Dann gibt der Browser weder Kamera noch Mikrofon noch Verschlüsselung, und ein Anruf ist nicht möglich. Öffnen Sie dieselbe Adresse mit https.",
      action: "Mit https öffnen",
    },
  },
  cameraFlip,
  popups: {
    ...page.popups,
    "camera-flip-failed": cameraFlip.failed,
    "connect-failed": {
      title: "Der Raum ließ sich nicht betreten",
      text: "Die Seite weiß nicht, warum. Versuchen Sie es erneut oder laden Sie neu.",
    },
    "copy-failed": {
      title: "Nichts wurde kopiert",
      text: "Vielleicht blockiert der Browser die Zwischenablage. Sie können den Link aus der Adresszeile kopieren.",
    },
    "screen-blocked": {
      title: "Das System blockiert das Teilen des Bildschirms",
      text: "Erlauben Sie diesem Browser in den Systemeinstellungen die Bildschirmaufnahme und versuchen Sie es erneut.",
    },
    "screen-missing": {
      title: "Es gibt nichts zu teilen",
      text: "Der Browser hat auf diesem Gerät weder Bildschirm noch Fenster gefunden.",
    },
    "screen-failed": {
      title: "Der Bildschirm ließ sich nicht teilen",
      text: "Wählen Sie ein anderes Fenster oder den ganzen Bildschirm.",
    },
    "no-relay": {
      title: "Ihre IP-Adresse lässt sich hier nicht verbergen",
      text: "Dieser Server hat kein Relay.",
      action: "IP-Adresse zeigen",
    },
    "host-failed": {
      title: "Das hat nicht geklappt",
      text: "Prüfen Sie, ob Sie online und noch Host sind, und versuchen Sie es erneut.",
    },
    "host-expected": {
      title: "Vielleicht kommt der Host zurück",
      text: "Kommt er nicht innerhalb von zehn Minuten, können Sie diesen Raum löschen.",
    },
    "other-key": {
      title: "Eine Nachricht ließ sich nicht öffnen",
      text: "Vielleicht hat jemand einen anderen Link oder ein anderes Passwort. Achten Sie darauf, dass alle denselben Link geöffnet haben.",
    },
    "signal-refused": {
      title: "Jemand sendet Nachrichten, die sich nicht öffnen lassen",
      text: "Vielleicht mit anderem Link oder Passwort, oder die Nachrichten wurden unterwegs geändert. Als Host können Sie die Person in der Liste entfernen.",
    },
    "signal-flood": {
      title: "Jemand sendet zu viele Nachrichten",
      text: "Vielleicht ist die Seite dort defekt, oder es ist Absicht. Als Host können Sie die Person in der Liste entfernen.",
    },
    "connection-closed": {
      title: "Eine Verbindung wurde geschlossen",
      text: "Über sie kamen zu viele Nachrichten. Lädt eine der beiden Seiten neu, sind Sie wieder verbunden.",
    },
  },
  passwordWrong: "Das Passwort ist falsch",
  passwordMissing: "Geben Sie das Raumpasswort ein",
};
