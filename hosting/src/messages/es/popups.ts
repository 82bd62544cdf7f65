import type { popups as english } from "../en/popups.ts";
import { cameraFlip } from "./devices/camera-flip.ts";

export const popups: typeof english = {
  "camera-flip-failed": cameraFlip.failed,
  "connect-failed": {
    title: "No se ha podido entrar en la sala",
    text: "La página no sabe por qué. Vuelve a intentarlo o recárgala.",
  },
  "copy-failed": {
    title: "No se ha copiado nada",
    text: "Quizá el navegador bloquea el portapapeles. Puedes copiar el enlace de la barra de direcciones.",
  },
  "screen-blocked": {
    title: "El sistema no deja compartir la pantalla",
    text: "Permite a este navegador grabar la pantalla en los ajustes del sistema y vuelve a intentarlo.",
  },
  "screen-missing": {
    title: "No hay nada que compartir",
    text: "El navegador no ha encontrado pantallas ni ventanas en este dispositivo.",
  },
  "screen-failed": {
    title: "No se ha podido compartir la pantalla",
    text: "Elige otra ventana o la pantalla entera.",
  },
  "no-relay": {
    title: "Aquí no se puede ocultar tu dirección IP",
    text: "Este servidor no tiene retransmisor.",
    action: "Mostrar mi dirección IP",
  },
  "host-failed": {
    title: "No ha funcionado",
    text: "Comprueba que tienes conexión y sigues siendo anfitrión, y vuelve a intentarlo.",
  },
  "host-expected": {
    title: "Quizá el anfitrión vuelva",
    text: "Si no vuelve en diez minutos, podrás borrar esta sala.",
  },
  "other-key": {
    title: "No se ha podido abrir un mensaje",
    text: "Quizá alguien tiene otro enlace u otra contraseña. Asegúrate de que todos han abierto el mismo enlace.",
  },
  "signal-refused": {
    title: "Alguien envía mensajes que no se pueden abrir",
    text: "Quizá tiene otro enlace u otra contraseña, o los mensajes cambiaron por el camino. Si eres anfitrión, puedes expulsarle en la lista de personas.",
  },
  "signal-flood": {
    title: "Alguien envía demasiados mensajes",
    text: "Quizá falla su página o quiere hacer daño. Si eres anfitrión, puedes expulsarle en la lista de personas.",
  },
  "connection-closed": {
    title: "Se ha cerrado una conexión",
    text: "Llegaron demasiados mensajes por ella. Cuando uno de los dos recargue la página, se conectará de nuevo.",
  },
};
