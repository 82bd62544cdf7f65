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
  },
  beforeCall,
  devices: {
    heading: "Dispositivos",
    camera: "Cámara",
    microphone: "Micrófono",
    speaker: "Altavoz",
    unnamedSpeaker: (number) => `Altavoz ${number}`,
    speakerGone: "Tu altavoz habitual no está conectado. Oyes a los demás por el del sistema.",
    testSpeaker: "Probar el sonido",
    unnamedCamera: (number) => `Cámara ${number}`,
    unnamedMicrophone: (number) => `Micrófono ${number}`,
    none: "No hay ninguno",
    more: "Más opciones",
    sound: "Sonido",
    echoCancellation: "Quitar el eco",
    noiseSuppression: "Quitar el ruido",
    autoGainControl: "Igualar el volumen",
    hideAddress: "Ocultar mi dirección IP",
    hideAddressHint:
      "La llamada pasa por el retransmisor del servidor, un poco más lenta. Quienes ya están en la sala quizá han visto tu dirección. Desde tu próxima visita no la verá nadie.",
    close: "Cerrar",
  },
  media: {
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
  },
  call: {
    heading: "Llamada",
    controls: "Controles de la llamada",
    you: "Tú",
    nameless: "Invitado",
    alone: "Ahora mismo no hay nadie más aquí",
    aloneHint: "Envía el enlace: quien lo tenga entra con dos clics.",
    leave: "Salir",
    invite: "Invitar",
    share: "Compartir el enlace",
    copyLink: "Copiar el enlace",
    copied: "Enlace copiado",
    devices: "Elegir dispositivos",
    connecting: "Conectando…",
    silent: "Sin conexión",
    microphoneOff: "Micrófono desactivado",
    cameraOff: "Cámara apagada",
    shareScreen: "Compartir la pantalla",
    stopScreen: "Dejar de compartir la pantalla",
    stopShort: "Parar",
    sharing: "Todos aquí ven tu pantalla.",
    screenOf: (name) => `Pantalla de ${name}`,
    fullScreen: "Pantalla completa",
    people: "Personas",
    locked: "La sala está cerrada: nadie nuevo puede entrar.",
    soundOn: "Activar el sonido",
    soundRefused: "El navegador ha bloqueado el sonido.",
    joined: (name) => `${name} ha entrado`,
    left: (name) => `${name} ya no tiene conexión`,
    newcomers: (names) =>
      `Han entrado después de que comparases el código de seguridad: ${names}. Para los demás no ha cambiado nada.`,
    compare: "Comparar",
    notNow: "Ahora no",
    signallingLost: "El servidor no responde. La llamada sigue. Podrán entrar personas nuevas cuando vuelva.",
    seatLost:
      "Se ha perdido la conexión con la sala. La llamada sigue, y esta página continúa pidiendo tu plaza. Hasta entonces nadie nuevo puede llegar a ti.",
    askForSeat: "Pedir ahora",
    loading: "Entrando en la sala…",
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
    offline: "No tienes conexión. La llamada vuelve con tu red.",
    "network-here": "Quizá se ha caído tu red. La llamada vuelve con ella.",
    "network-there": "Quizá se ha caído su red o su dispositivo duerme. Buscando otro camino.",
    asleep: "Su red funciona. Quizá su pestaña está dormida: puede volver por sí sola.",
  },
  deadEnds: {
    startOver: "Nueva reunión",
    check: "Comprobar este dispositivo",
    expired: {
      status: "Caducada",
      title: "Esta reunión ha terminado",
      text: "El enlace ya no funciona. Una sala se cierra cuando el anfitrión termina la reunión o un tiempo después de que salgan todos. Inicia otra reunión con un clic.",
    },
    ended: {
      status: "Terminada",
      title: "El anfitrión ha terminado esta reunión",
      text: "La sala se ha borrado y el enlace ya no funciona. Inicia otra reunión con un clic.",
    },
    erased: {
      status: "Terminada",
      title: "Esta reunión ha terminado",
      text: "Tú la has terminado y has borrado la sala. El enlace ya no funciona.",
    },
    ...waitingRoom.deadEnds,
    ...invite.deadEnds,
    "not-found": {
      status: "No encontrada",
      title: "No hay nada en esta dirección",
      text: "Quizá solo se copió una parte del enlace. Pídelo de nuevo o inicia otra reunión.",
    },
    full: {
      status: "Llena",
      title: "Todas las plazas están ocupadas",
      text: "Espera a que salga alguien y vuelve a intentarlo.",
      action: "Reintentar",
    },
    "already-connected": {
      status: "Ya conectado",
      title: "Ya estás en esta llamada",
      text: "Está abierta en otra pestaña o ventana, quizá en una que ha fallado. Vuelve a ella o trae la llamada aquí.",
      action: "Traer la llamada aquí",
    },
    moved: {
      status: "Trasladada",
      title: "La llamada está ahora en otra pestaña o dispositivo",
      text: "Puedes cerrar esta página o traer la llamada de vuelta.",
      action: "Traerla de vuelta",
    },
    "incomplete-link": {
      status: "Enlace incompleto",
      title: "Este enlace está incompleto",
      text: "Una parte se perdió o cambió por el camino. Pide el enlace completo y ábrelo de nuevo.",
    },
    locked: {
      status: "Cerrada",
      title: "La sala está cerrada",
      text: "El anfitrión no deja entrar a nadie más. Pídele que la abra y vuelve a intentarlo.",
      action: "Reintentar",
    },
    removed: {
      status: "Expulsado",
      title: "Te han expulsado",
      text: "El anfitrión te ha expulsado de esta reunión.",
    },
    lost: {
      status: "Conexión perdida",
      title: "Se ha perdido la conexión con la sala",
      text: "El servidor ya no conoce tu plaza y no dice por qué. Quizá terminó la reunión o el servidor perdió sus datos.",
      action: "Volver",
    },
    left: {
      status: "Hasta pronto",
      title: "Has salido de la reunión",
      text: "La sala sigue ahí un tiempo: puedes volver.",
      action: "Volver",
    },
    unsupported: {
      status: "No compatible",
      title: "Este navegador no puede hacer llamadas",
      text: "Le falta WebRTC o el cifrado. Copia el enlace y ábrelo en un Chrome, Firefox, Safari o Edge actual.",
    },
    insecure: {
      status: "Sin https",
      title: "Esta página se ha abierto sin https",
      text: "Así el navegador no da cámara, micrófono ni cifrado, y no puede haber llamada. Abre la misma dirección con https.",
      action: "Abrir con https",
    },
  },
  cameraFlip,
  popups: {
    ...page.popups,
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
  },
  passwordWrong: "La contraseña no es correcta",
  passwordMissing: "Escribe la contraseña de la sala",
};
