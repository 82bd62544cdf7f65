import type { CheckMessages } from "../../types/check.ts";

type Text = string | number;

export const found: CheckMessages["found"] = {
  any: {
    "no-webrtc": "Dieser Browser hat kein WebRTC, es gibt also nichts zu prüfen.",
    broken:
      "Dieser Teil der Prüfung ist abgebrochen. Prüfen Sie noch einmal. Hilft das nicht, schicken Sie den Bericht dem, der Ihnen hilft.",
  },
  device: {
    denied:
      "Der Browser gibt dieser Seite keinen Zugriff. Öffnen Sie die Berechtigungen neben der Adresse, erlauben Sie ihn und prüfen Sie noch einmal.",
    blocked:
      "Das System gibt diesem Browser keinen Zugriff. Erlauben Sie ihn in den Einstellungen unter Datenschutz und prüfen Sie noch einmal.",
    dismissed: "Die Frage des Browsers wurde geschlossen. Prüfen Sie noch einmal und erlauben Sie den Zugriff.",
    unanswered: "Niemand hat die Frage des Browsers beantwortet. Prüfen Sie noch einmal und erlauben Sie den Zugriff.",
    missing: "Nichts gefunden. Schließen Sie ein Gerät an und prüfen Sie noch einmal. Es geht auch ohne.",
    "in-use":
      "Startet nicht. Vielleicht nutzt ein anderes Programm das Gerät: Schließen Sie es und prüfen Sie noch einmal.",
    unsupported:
      "Dieser Browser gibt Seiten weder Kamera noch Mikrofon. Vielleicht steckt er in einer anderen App: Öffnen Sie die Seite im Browser selbst.",
    unknown: "Startet nicht, und der Browser sagt nicht, warum. Starten Sie ihn neu und prüfen Sie noch einmal.",
  },
  browser: {
    ok: (browser: Text, version: Text, system: Text) => `Das ist ${browser} ${version} auf ${system}.`,
    unnamed: "Die Seite kennt diesen Browser nicht mit Namen. Das allein ist kein Fehler.",
    insecure:
      "Die Seite wurde ohne https geöffnet. Dann gibt der Browser weder Kamera noch Mikrofon noch Verschlüsselung. Öffnen Sie dieselbe Adresse mit https.",
    missing: (_browser: Text, _version: Text, _system: Text, missing: Text) =>
      `Ihm fehlt ${missing}, er kann also keine Anrufe. Öffnen Sie die Seite in einem aktuellen Chrome, Firefox, Safari oder Edge.`,
  },
  features: {
    ok: "Alles, was ein Anruf nutzen kann, ist da.",
    missing: (missing: Text) => `Hier fehlt: ${missing}. Anrufe gehen auch ohne. Die Knöpfe dafür erscheinen nicht.`,
  },
  storage: {
    ok: "Der Browser merkt sich Ihren Namen und Ihre Wahl.",
    refused:
      "Der Browser behält für diese Seite nichts. Anrufe gehen, aber Name und Wahl werden vergessen. Vielleicht ist das ein privates Fenster, oder eine Einstellung verbietet es.",
  },
  camera: {
    ok: (width: Text, height: Text, cameras: Text) =>
      `Das Bild bewegt sich, mit ${width} × ${height}. Gefundene Kameras: ${cameras}.`,
    still:
      "Es gibt ein Bild, aber es steht still. Vielleicht hängt die Kamera: Stecken Sie sie neu ein oder schließen Sie andere Programme, und prüfen Sie noch einmal.",
    black: "Das Bild ist schwarz. Vielleicht verdeckt eine Klappe oder ein Schalter die Kamera.",
    "no-picture":
      "Die Kamera ist an, aber es kommt kein Bild. Vielleicht hält ein anderes Programm sie fest: Schließen Sie es.",
  },
  microphone: {
    ok: (microphones: Text) => `Ton kommt an. Gefundene Mikrofone: ${microphones}.`,
    silent: "Es kommt nichts an, nicht einmal Rauschen. Vielleicht ist das Mikrofon am Gerät oder im System aus.",
    muted: "Das System hat das Mikrofon stummgeschaltet. Vielleicht hat es ein Telefonat oder eine andere App.",
    untold: "Das Mikrofon ist an. Ob Ton ankommt, ließ der Browser die Seite nicht hören.",
  },
  speakers: {
    ok: (speakers: Text) => `Gefundene Lautsprecher: ${speakers}. Im Anruf können Sie wählen.`,
    system: "Der Browser nennt keine. Sie hören die anderen über den Lautsprecher, den das System nutzt.",
  },
  codecs: {
    ok: (sent: Text, received: Text) => `Bilder gehen als ${sent} hinaus und kommen als ${received} herein.`,
    uncommon: (sent: Text, received: Text) =>
      `Bilder gehen als ${sent} hinaus und kommen als ${received} herein. Manche anderen Browser kennen vielleicht nichts davon.`,
    "no-opus": "Dem Browser fehlt Opus, es gäbe also keinen Ton. Aktualisieren Sie ihn oder nehmen Sie einen anderen.",
    "no-video":
      "Dem Browser fehlt ein Codec für Bilder in beide Richtungen. Vielleicht gibt es kein Bild. Aktualisieren Sie ihn oder nehmen Sie einen anderen.",
    untold: "Der Browser sagt es nicht. Vielleicht ist er alt. Anrufe gehen vielleicht trotzdem.",
  },
  sealing: {
    ok: "Eine versiegelte Nachricht lässt sich öffnen, eine unterwegs geänderte nicht.",
    changed:
      "Versiegeltes kam verändert heraus. Rufen Sie mit diesem Browser nicht an. Aktualisieren Sie ihn oder nehmen Sie einen anderen.",
    open: "Eine unterwegs geänderte Nachricht ging auf. Rufen Sie mit diesem Browser nicht an. Aktualisieren Sie ihn oder nehmen Sie einen anderen.",
    refused: "Der Browser will nicht verschlüsseln. Aktualisieren Sie ihn oder nehmen Sie einen anderen.",
  },
  server: {
    ok: (tookMs: Text) => `Antwortet nach ${tookMs} ms.`,
    slow: (tookMs: Text) =>
      `Antwortet erst nach ${tookMs} ms. Vielleicht musste er aufwachen, oder das Netz ist langsam. Prüfen Sie noch einmal.`,
    offline: "Dieses Gerät ist offline. Verbinden Sie es mit einem Netz und prüfen Sie noch einmal.",
    "no-answer":
      "Es kam keine Antwort. Vielleicht sperrt eine Firewall oder eine Erweiterung diese Seite, oder der Server steht. Versuchen Sie es ohne Erweiterungen oder in einem anderen Netz.",
    refused: (status: Text) =>
      `Antwortet mit einem Fehler (${status}). Prüfen Sie in einer Minute noch einmal. Bleibt es so, schicken Sie den Bericht dem Betreiber.`,
  },
  firestore: {
    ok: (tookMs: Text) => `Er ist offen, nach ${tookMs} ms.`,
    "no-answer":
      "Er ist versperrt, niemand kommt in einen Raum. Vielleicht sperrt eine Firewall oder eine Erweiterung firestore.googleapis.com. Versuchen Sie es ohne Erweiterungen oder in einem anderen Netz.",
    unasked: "Nicht geprüft: Die Seite hat nicht gesagt, wo ihre Räume sind.",
  },
  network: {
    ok: (host: Text, srflx: Text, relay: Text) =>
      `Gefundene Wege: direkt ${host}, über die öffentliche Adresse ${srflx}, über das Relay ${relay}.`,
    "without-relay": (host: Text, srflx: Text) =>
      `Gefundene Wege: direkt ${host}, über die öffentliche Adresse ${srflx}. Diese Seite hat kein Relay: Aus strengen Netzen klappen Anrufe vielleicht nicht.`,
    unasked: (host: Text, srflx: Text, relay: Text) =>
      `Gefundene Wege: direkt ${host}, über die öffentliche Adresse ${srflx}, über das Relay ${relay}. Welche Helfer es gibt, hat der Server nicht gesagt.`,
    "no-relay": (host: Text, srflx: Text) =>
      `Gefundene Wege: direkt ${host}, über die öffentliche Adresse ${srflx}, über das Relay keiner. Vielleicht sperrt dieses Netz es. Versuchen Sie ein anderes.`,
    "no-public": (host: Text) =>
      `Gefundene Wege: direkt ${host}, nach außen keiner. Vielleicht sperrt dieses Netz UDP. Anrufe klappen vielleicht nur innerhalb davon.`,
    none: "Kein Weg gefunden. Vielleicht schaltet eine Erweiterung, ein VPN oder eine Einstellung WebRTC ab.",
  },
  call: {
    ok: (pictureMs: Text, soundMs: Text) => `Das Bild kommt nach ${pictureMs} ms an, der Ton nach ${soundMs} ms.`,
    drawn: (pictureMs: Text, soundMs: Text) =>
      `Das Bild kommt nach ${pictureMs} ms an, der Ton nach ${soundMs} ms. Ohne Kamera hat die Seite das Bild gezeichnet.`,
    "sound-untold": (pictureMs: Text) =>
      `Das Bild kommt nach ${pictureMs} ms an, der Ton auch. Ob er zu hören ist, sagt der Browser nicht.`,
    "not-started": "Kam nicht zustande. Starten Sie den Browser neu und prüfen Sie noch einmal.",
    "not-connected":
      "Die Seite hat sich selbst nicht erreicht. Vielleicht sperrt eine Erweiterung oder ein Schutzprogramm WebRTC. Versuchen Sie es ohne, oder in einem anderen Browser.",
    "no-picture":
      "Verbunden, aber es kam kein Bild an. Vielleicht geht der Video-Encoder des Geräts nicht. Starten Sie den Browser neu oder nehmen Sie einen anderen.",
    "no-sound": "Verbunden, aber es kam kein Ton an. Starten Sie den Browser neu oder nehmen Sie einen anderen.",
    untold: "Hat begonnen, aber der Browser sagt nicht, was ankam.",
  },
};
