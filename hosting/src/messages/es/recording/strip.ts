import type { RecordingMessages } from "../../types/recording/strip.ts";

export const recording: RecordingMessages = {
  own: "Estás grabando",
  stop: "Parar",
  stopLong: "Parar la grabación",
  others: (names, count) =>
    count === 1 ? `${names} está grabando esta llamada` : `${names} están grabando esta llamada`,
  ended: (names, count) => (count === 1 ? `${names} ha dejado de grabar` : `${names} han dejado de grabar`),
  ownStarted: "La grabación ha empezado. Todos lo ven.",
  ownEnded: "La grabación ha terminado.",
};
