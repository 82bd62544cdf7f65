// La comprobación de un dispositivo: antes de una llamada, o cuando una no funciona.
import type { CheckMessages } from "../../types/check.ts";
import { found } from "./found.ts";

export const check: CheckMessages = {
  title: "Comprobar este dispositivo · meetogram",
  heading: "Comprobar este dispositivo",
  intro:
    "Esta página prueba todo lo que necesita una llamada: navegador, cámara, micrófono, red y una llamada consigo misma. Tarda medio minuto. El navegador pedirá la cámara y el micrófono. Nadie te ve ni te oye.",
  start: "Empezar",
  again: "Comprobar otra vez",
  begun: "La comprobación ha empezado.",
  done: (ok: number, look: number, failed: number) =>
    `Listo. En orden: ${ok}, por mirar: ${look}, con fallo: ${failed}.`,
  preview: "Tu cámara",
  results: "Resultados",
  verdicts: { ok: "En orden", look: "Míralo", failed: "Falla", running: "Comprobando…", waiting: "En espera" },
  lines: {
    browser: "Navegador",
    features: "Lo que sabe hacer",
    storage: "Almacenamiento",
    camera: "Cámara",
    microphone: "Micrófono",
    speakers: "Altavoces",
    codecs: "Códecs",
    sealing: "Cifrado",
    server: "Servidor",
    firestore: "Camino a las salas",
    network: "Caminos por la red",
    call: "Una llamada consigo mismo",
  },
  names: {
    Clipboard: "copiar al portapapeles",
    "Full screen": "pantalla completa",
    Notifications: "notificaciones",
    "Picture-in-Picture": "la ventana pequeña",
    "Private file system": "guardar archivos",
    Recording: "grabar",
    "Screen sharing": "compartir pantalla",
    "Speaker choice": "elegir altavoz",
    "Wake lock": "mantener la pantalla encendida",
    "Web Locks": "notar otras pestañas",
  },
  found,
  report: {
    heading: "Informe",
    text: "Para quien te ayude. No tiene direcciones, nombres, enlaces ni nombres de aparatos. No va a ninguna parte si tú no lo envías.",
    copy: "Copiar el informe",
    copied: "Informe copiado",
    refused: "El navegador bloquea el portapapeles. Selecciona el texto y cópialo.",
  },
  toStart: "A la página de inicio",
};
