import type { media as english } from "../../en/devices/media.ts";
import { mediaNotices } from "./notices.ts";

export const media: typeof english = {
  turnMicrophoneOn: "Activar el micrófono",
  turnMicrophoneOff: "Desactivar el micrófono",
  turnCameraOn: "Encender la cámara",
  turnCameraOff: "Apagar la cámara",
  ...mediaNotices,
  askAgain: "Pedir de nuevo",
  unsupported: "Este navegador no da a las páginas cámara ni micrófono",
  unsupportedHow:
    "Quizá está dentro de otra aplicación. Para que te oigan y te vean, abre el enlace en Chrome, Firefox, Safari o Edge. Aquí también puedes escuchar y mirar.",
  withoutIt: "Puedes conectarte igualmente: los demás verán tu nombre.",
  deniedBoth: "La cámara y el micrófono están bloqueados",
  deniedCamera: "La cámara está bloqueada",
  deniedMicrophone: "El micrófono está bloqueado",
  deniedHow: {
    chromium: "Pulsa el icono a la izquierda de la dirección, permite la cámara y el micrófono y pide de nuevo.",
    firefox: "Pulsa la cámara tachada a la izquierda de la dirección, quita el bloqueo y pide de nuevo.",
    safari: "Abre Safari › «Ajustes para este sitio web», permite la cámara y el micrófono y pide de nuevo.",
    mobile: "Abre los permisos del sitio junto a la dirección, permite la cámara y el micrófono y pide de nuevo.",
  },
  dismissed: "La pregunta del navegador quedó sin respuesta. Pide de nuevo y pulsa «Permitir».",
  missingCamera: "No hay ninguna cámara. Conecta una para que te vean.",
  missingMicrophone: "No hay ningún micrófono. Conecta uno para que te oigan.",
  busyCamera: "Otro programa usa la cámara. Ciérralo y pide de nuevo.",
  busyMicrophone: "Otro programa usa el micrófono. Ciérralo y pide de nuevo.",
  unknownCamera: "La cámara no se ha iniciado. Elige otra o pide de nuevo.",
  unknownMicrophone: "El micrófono no se ha iniciado. Elige otro o pide de nuevo.",
};
