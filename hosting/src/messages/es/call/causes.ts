import type { causes as english } from "../../en/call/causes.ts";

export const causes: typeof english = {
  offline: "No tienes conexión. La llamada vuelve con tu red.",
  "network-here": "Quizá se ha caído tu red. La llamada vuelve con ella.",
  "network-there": "Quizá se ha caído su red o su dispositivo duerme. Buscando otro camino.",
  asleep: "Su red funciona. Quizá su pestaña está dormida: puede volver por sí sola.",
};
