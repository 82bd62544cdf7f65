import type { MenuMessages } from "../../types/call/menus.ts";

export const menus: MenuMessages = {
  reactions: {
    "👍": "Pulgar arriba",
    "❤️": "Corazón",
    "👏": "Aplauso",
    "😂": "Risa",
    "😮": "Sorpresa",
    "🎉": "Fiesta",
  },
  reacted: (name, reaction) => `${name} reacciona: ${reaction}`,
  shortcuts: "Atajos de teclado",
  shortcutNames: {
    microphone: "Activar o desactivar el micrófono",
    camera: "Activar o desactivar la cámara",
    hand: "Levantar o bajar la mano",
    people: "Personas",
    shortcuts: "Esta lista",
  },
  holdToTalk: "Mantener para hablar",
  space: "Espacio",
  sounds: "Sonidos",
  soundsHint: "Cuando alguien entra o sale, levanta la mano o escribe. Con más de seis personas, no suenan.",
  leaving: { question: "¿Salir de la llamada?", hint: "Puedes volver con el mismo enlace.", stay: "Quedarme" },
  singleLetters: "Letras sin Alt",
  singleLettersHint: "Basta con pulsar la letra, salvo mientras escribes.",
  close: "Cerrar",
};
