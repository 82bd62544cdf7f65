import type { deadEnds as english } from "../../en/end/dead-ends.ts";

export const deadEnds: typeof english = {
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
  refused: {
    status: "No admitido",
    title: "El anfitrión no te ha dejado entrar",
    text: "Puedes volver a pedirlo en un minuto; después de un segundo rechazo, más tarde. Es más rápido escribir al anfitrión.",
    action: "Pedir de nuevo",
  },
  "move-used": {
    status: "Código no válido",
    title: "Este código ya no funciona",
    text: "Funciona una vez, durante dos minutos. Muestra otro en el otro dispositivo o entra desde aquí como otra persona.",
    action: "Entrar desde aquí",
  },
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
};
