import type { ViewingMessages } from "../../types/call/viewing.ts";

export const viewing: ViewingMessages = {
  view: "Mostrar a las personas",
  views: { grid: "Todas del mismo tamaño", speaker: "En grande quien habla" },
  mirrorSelf: "Reflejar mi vídeo",
  audioOnly: "Solo audio",
  audioOnlyHint: "Ahorra datos: no entra ni sale vídeo de las cámaras. Los demás lo verán.",
  fullScreen: "Pantalla completa",
  float: "En una ventana pequeña",
  floating: "La llamada en una ventana pequeña",
  zoom: "Ampliar la pantalla: arrástrala o pulsa las flechas para moverla",
  zoomBack: "Mostrar toda la pantalla",
};
