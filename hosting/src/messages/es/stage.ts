import type { StageMessages } from "../types/stage.ts";

export const stage: StageMessages = {
  menu: "Vista",
  view: "Mostrar a las personas",
  views: { grid: "Todas del mismo tamaño", speaker: "En grande quien habla" },
  pin: (name) => `Fijar a ${name}`,
  unpin: "Dejar de fijar",
  showSelf: "Mostrar mi vídeo",
  hideSelf: "Ocultar mi vídeo",
  moveSelf: "Mover mi vídeo: arrástralo o pulsa las flechas",
  mirrorSelf: "Reflejar mi vídeo",
  audioOnly: "Solo audio",
  audioOnlyHint: "Ahorra datos: no entra ni sale vídeo de las cámaras. Los demás lo verán.",
  audioOnlyShort: "Solo audio",
  audioOnlyOf: "No recibe vídeo, para ahorrar datos",
  fullScreen: "Pantalla completa",
  float: "En una ventana pequeña",
  floating: "La llamada en una ventana pequeña",
  zoom: "Ampliar la pantalla: arrástrala o pulsa las flechas para moverla",
  zoomBack: "Mostrar toda la pantalla",
};
