import type { lobby as english } from "../../en/lobby/lobby.ts";
import { count } from "../count.ts";

export const lobby: typeof english = {
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
};
