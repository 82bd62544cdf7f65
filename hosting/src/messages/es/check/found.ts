import type { CheckMessages } from "../../types/check.ts";

type Text = string | number;

export const found: CheckMessages["found"] = {
  any: {
    "no-webrtc": "Este navegador no tiene WebRTC, así que no hay nada que comprobar.",
    broken:
      "Esta parte de la comprobación se ha roto. Prueba otra vez. Si no ayuda, envía el informe a quien te ayuda.",
  },
  device: {
    denied:
      "El navegador no lo da a esta página. Abre los permisos del sitio junto a la dirección, permítelo y comprueba otra vez.",
    blocked:
      "El sistema no lo da a este navegador. Permítalo en los ajustes del sistema, en privacidad, y comprueba otra vez.",
    dismissed: "Se cerró la pregunta del navegador. Comprueba otra vez y pulsa Permitir.",
    unanswered: "Nadie contestó a la pregunta del navegador. Comprueba otra vez y pulsa Permitir.",
    missing: "No se encontró ninguno. Conecta uno y comprueba otra vez. También se puede entrar sin él.",
    "in-use": "No arranca. Quizá lo usa otro programa: ciérralo y comprueba otra vez.",
    unsupported:
      "Este navegador no da cámara ni micrófono a las páginas. Quizá es parte de otra aplicación: abre la página en el navegador mismo.",
    unknown: "No arranca, y el navegador no dice por qué. Reinícialo y comprueba otra vez.",
  },
  browser: {
    ok: (browser: Text, version: Text, system: Text) => `Es ${browser} ${version} en ${system}.`,
    unnamed: "La página no conoce este navegador por su nombre. Eso solo no es un fallo.",
    insecure:
      "La página se abrió sin https, y así el navegador no da cámara, micrófono ni cifrado. Abre la misma dirección con https.",
    missing: (_browser: Text, _version: Text, _system: Text, missing: Text) =>
      `Le falta ${missing}, así que no puede hacer llamadas. Abre esta página en un Chrome, Firefox, Safari o Edge actual.`,
  },
  features: {
    ok: "Está todo lo que una llamada puede usar.",
    missing: (missing: Text) => `Aquí falta: ${missing}. Las llamadas funcionan sin eso. Sus botones no aparecen.`,
  },
  storage: {
    ok: "El navegador guarda tu nombre y lo que eliges.",
    refused:
      "El navegador no guarda nada para esta página. Las llamadas funcionan, pero se olvidan tu nombre y lo elegido. Quizá es una ventana privada, o un ajuste lo prohíbe.",
  },
  camera: {
    ok: (width: Text, height: Text, cameras: Text) =>
      `La imagen se mueve, a ${width} × ${height}. Cámaras encontradas: ${cameras}.`,
    still:
      "Hay imagen, pero no se mueve. Quizá la cámara se ha colgado: desconéctala, o cierra otros programas que la usen, y comprueba otra vez.",
    black: "La imagen es negra. Quizá una tapa o un interruptor cubre la cámara.",
    "no-picture": "La cámara está encendida, pero no llega imagen. Quizá la tiene otro programa: ciérralo.",
  },
  microphone: {
    ok: (microphones: Text) => `Entra sonido. Micrófonos encontrados: ${microphones}.`,
    silent: "No entra nada, ni siquiera ruido. Quizá el micrófono está apagado, en el aparato o en el sistema.",
    muted: "El sistema ha silenciado el micrófono. Quizá lo tiene una llamada de teléfono u otra aplicación.",
    untold: "El micrófono está encendido. Si entra sonido, el navegador no dejó oírlo a la página.",
  },
  speakers: {
    ok: (speakers: Text) => `Altavoces encontrados: ${speakers}. Puedes elegir en la llamada.`,
    system: "El navegador no nombra ninguno. Oirás a los demás por el altavoz que usa el sistema.",
  },
  codecs: {
    ok: (sent: Text, received: Text) => `La imagen se envía como ${sent} y se recibe como ${received}.`,
    uncommon: (sent: Text, received: Text) =>
      `La imagen se envía como ${sent} y se recibe como ${received}. Quizá otros navegadores no conocen ninguno.`,
    "no-opus": "Al navegador le falta Opus, así que no habría sonido. Actualízalo o usa otro.",
    "no-video":
      "Al navegador le falta un códec de imagen en ambos sentidos. Quizá no haya imagen. Actualízalo o usa otro.",
    untold: "El navegador no lo dice. Quizá es antiguo. Las llamadas pueden funcionar igualmente.",
  },
  sealing: {
    ok: "Un mensaje sellado se abre, y uno cambiado por el camino no.",
    changed: "Lo sellado salió cambiado. No hagas llamadas con este navegador. Actualízalo o usa otro.",
    open: "Se abrió un mensaje cambiado por el camino. No hagas llamadas con este navegador. Actualízalo o usa otro.",
    refused: "El navegador se niega a cifrar. Actualízalo o usa otro.",
  },
  server: {
    ok: (tookMs: Text) => `Contesta en ${tookMs} ms.`,
    slow: (tookMs: Text) =>
      `Contesta en ${tookMs} ms, y eso es lento. Quizá tuvo que despertar, o la red es lenta. Comprueba otra vez.`,
    offline: "Este dispositivo no tiene conexión. Conéctalo a una red y comprueba otra vez.",
    "no-answer":
      "No llegó respuesta. Quizá un cortafuegos o una extensión bloquea este sitio, o el servidor no funciona. Prueba sin extensiones o en otra red.",
    refused: (status: Text) =>
      `Contesta con un error (${status}). Comprueba en un minuto. Si sigue, envía el informe a quien lleva este sitio.`,
  },
  firestore: {
    ok: (tookMs: Text) => `Está abierto, en ${tookMs} ms.`,
    "no-answer":
      "Está cerrado, así que no se puede entrar en ninguna sala. Quizá un cortafuegos o una extensión bloquea firestore.googleapis.com. Prueba sin extensiones o en otra red.",
    unasked: "No se probó: el sitio no dijo dónde están sus salas.",
  },
  network: {
    ok: (host: Text, srflx: Text, relay: Text) =>
      `Caminos encontrados: directos ${host}, por la dirección pública ${srflx}, por el retransmisor ${relay}.`,
    "without-relay": (host: Text, srflx: Text) =>
      `Caminos encontrados: directos ${host}, por la dirección pública ${srflx}. Este sitio no tiene retransmisor: desde redes estrictas quizá no se conecte.`,
    unasked: (host: Text, srflx: Text, relay: Text) =>
      `Caminos encontrados: directos ${host}, por la dirección pública ${srflx}, por el retransmisor ${relay}. El servidor no dijo qué ayudas tiene.`,
    "no-relay": (host: Text, srflx: Text) =>
      `Caminos encontrados: directos ${host}, por la dirección pública ${srflx}, y ninguno por el retransmisor. Quizá esta red lo bloquea. Prueba otra.`,
    "no-public": (host: Text) =>
      `Caminos encontrados: directos ${host}, y ninguno hacia fuera. Quizá esta red bloquea UDP. Las llamadas quizá solo funcionen dentro de ella.`,
    none: "No se encontró ningún camino. Quizá una extensión, una VPN o un ajuste desactiva WebRTC.",
  },
  call: {
    ok: (pictureMs: Text, soundMs: Text) => `La imagen llega en ${pictureMs} ms, y el sonido en ${soundMs} ms.`,
    drawn: (pictureMs: Text, soundMs: Text) =>
      `La imagen llega en ${pictureMs} ms, y el sonido en ${soundMs} ms. No había cámara: la imagen la dibujó la página.`,
    "sound-untold": (pictureMs: Text) =>
      `La imagen llega en ${pictureMs} ms, y el sonido también llega. Si se oye, el navegador no lo dice.`,
    "not-started": "No pudo empezar. Reinicia el navegador y comprueba otra vez.",
    "not-connected":
      "La página no pudo llegar a sí misma. Quizá una extensión o un programa de seguridad bloquea WebRTC. Prueba sin él, o en otro navegador.",
    "no-picture":
      "Se conectó, pero no llegó imagen. Quizá no funciona el codificador de vídeo. Reinicia el navegador o pruebe otro.",
    "no-sound": "Se conectó, pero no llegó sonido. Reinicia el navegador o pruebe otro.",
    untold: "Empezó, pero el navegador no dice qué llegó.",
  },
};
