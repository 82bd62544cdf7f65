import type { EndingMessages } from "../../types/end/ending.ts";
import { count } from "../count.ts";

export const ending: EndingMessages = {
  duration: (minutes) => {
    if (minutes < 1) return "Has estado menos de un minuto en la llamada.";
    const hours = Math.floor(minutes / 60);
    const parts = [
      hours > 0 && count(hours, "hora", "horas"),
      minutes % 60 > 0 && count(minutes % 60, "minuto", "minutos"),
    ];
    return `Has estado ${parts.filter((part) => part !== false).join(" y ")} en la llamada.`;
  },
  stored: {
    open: "Qué sigue guardado y hasta cuándo",
    loading: "Preguntando al servidor…",
    nothing: "Ya no queda nada guardado de esta reunión.",
  },
  erase: {
    label: "Borrar la sala ahora",
    question:
      "La llamada termina para quienes siguen en la sala, se borra todo lo guardado y el enlace deja de funcionar.",
    confirm: "Borrar",
    erasing: "Borrando…",
    cancel: "Cancelar",
  },
  rating: {
    question: "¿Qué tal la llamada?",
    good: "Bien",
    bad: "No muy bien",
    glad: "Nos alegra saberlo. Tu respuesta se queda aquí: no se ha enviado nada.",
    sorry:
      "Lo sentimos. No se ha enviado nada. Para que mejore, copia el resumen, añade qué ha fallado y envíalo todo a quien administra este sitio. Dice cómo eran las conexiones, sin nombres ni direcciones.",
    copy: "Copiar el resumen",
    copied: "Resumen copiado",
  },
};
