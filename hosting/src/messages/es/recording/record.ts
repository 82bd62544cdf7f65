import type { RecordMessages } from "../../types/recording/record.ts";

export const record: RecordMessages = {
  record: "Grabar la llamada",
  unsupported: "Este navegador no puede grabar una llamada. Chrome, Edge y Firefox en un ordenador sí pueden.",
  heading: "¿Grabar esta llamada?",
  what: "El vídeo, las pantallas compartidas y las voces de todos, también las tuyas, en un archivo.",
  told: "Todos ven que grabas y oyen cuándo empieza y termina. No se graba a nadie antes de que su página lo muestre.",
  where: "La grabación se queda en este dispositivo. Al final la guardas como archivo.",
  start: "Empezar a grabar",
  starting: "Empezando…",
  cancel: "Cancelar",
  noRoom: "Hay muy poco espacio en este dispositivo. Libera espacio y vuelve a intentarlo.",
  failed: "El navegador no ha permitido grabar. En las ventanas privadas suele pasar: prueba en una ventana normal.",
};
