import type { lobby as english } from "../../en/lobby/lobby.ts";
import { count } from "../count.ts";

export const lobby: typeof english = {
  heading: "¿Todo listo?",
  inside: (number) =>
    number === 0 ? "Aún no hay nadie en la sala" : `Hay ${count(number, "persona", "personas")} en la sala`,
  checking: "Mirando la sala…",
  proving: "Comprobando tu navegador…",
  name: "Tu nombre",
  namePlaceholder: "Cómo te verán los demás",
  password: "Contraseña de la sala",
  connect: "Conectar",
  connecting: "Conectando…",
  retry: "Reintentar",
  noKey:
    "Este enlace no tiene clave, así que quien administra el servidor podría escuchar. Un enlace de «Iniciar una reunión» siempre la tiene.",
  cameraOff: "La cámara está apagada",
  cameraOpening: "Encendiendo la cámara…",
  microphoneLevel: "Nivel del micrófono",
  copyLink: "Copiar el enlace",
  copied: "Enlace copiado",
};
