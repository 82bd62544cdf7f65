import type { BeforeCallMessages } from "../../types/lobby/before-call.ts";

export const beforeCall: BeforeCallMessages = {
  willAsk: {
    both: "Браузер спросит про камеру и микрофон. Пока вы не подключитесь, вас никто не видит и не слышит.",
    camera: "Браузер спросит про камеру. Пока вы не подключитесь, вас никто не видит.",
    microphone: "Браузер спросит про микрофон. Пока вы не подключитесь, вас никто не слышит.",
  },
  noPicture: {
    denied: "Браузер не даёт доступ к камере",
    blocked: "Система не даёт доступ к камере",
    dismissed: "Доступ к камере ещё не разрешён",
    missing: "Камера не найдена",
    "in-use": "Камера занята другой программой",
    unsupported: "Этот браузер не даёт страницам камеру",
    unknown: "Камера не включилась",
    muted: "Система или браузер не дают картинку с камеры",
  },
  insideNamed: (names) => `В комнате: ${names}`,
  more: (count) => `ещё ${count}`,
  takingSeat: "Занимаем вам место…",
  connectedTo: (connected, all) => `соединены с ${connected} из ${all}`,
  othersSee: (name) => `Другие увидят: ${name}`,
  cameraOn: "камера включена",
  cameraOff: "камера выключена",
  microphoneOn: "микрофон включён",
  microphoneOff: "микрофон выключен",
  didYouHear: "Прозвучали две ноты. Не слышно? Выберите другой динамик или прибавьте громкость.",
};
