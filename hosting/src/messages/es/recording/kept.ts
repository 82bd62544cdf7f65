import type { KeptMessages } from "../../types/recording/kept.ts";

export const kept: KeptMessages = {
  region: "Grabaciones por guardar",
  ready: "Tu grabación está lista",
  unsaved: (when) => `Una grabación del ${when} aún no está guardada`,
  diskFull: "La grabación se ha parado: este dispositivo está casi lleno",
  writeFailed: "La grabación se ha parado: el navegador ya no podía escribir",
  where: (size) => `${size}. Solo la tiene este navegador, hasta que la guardes o la borres.`,
  save: "Guardar",
  saving: "Guardando…",
  saved: "La grabación está guardada.",
  notSaved: "No se ha podido escribir el archivo. Elige otro lugar y guárdala de nuevo.",
  handedOver: "Se guarda en tus descargas. Cuando esté allí, borra la copia de este navegador.",
  remove: "Borrar",
  removeForGood: "Borrar para siempre",
  removed: "La grabación se ha borrado.",
  later: "Más tarde",
};
