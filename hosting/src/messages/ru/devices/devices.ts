import type { devices as english } from "../../en/devices/devices.ts";

export const devices: typeof english = {
  heading: "Устройства",
  camera: "Камера",
  microphone: "Микрофон",
  speaker: "Динамик",
  unnamedSpeaker: (number) => `Динамик ${number}`,
  speakerGone: "Ваш обычный динамик не подключён. Других слышно через системный.",
  testSpeaker: "Проверить звук",
  unnamedCamera: (number) => `Камера ${number}`,
  unnamedMicrophone: (number) => `Микрофон ${number}`,
  none: "Не найдено",
  more: "Ещё настройки",
  sound: "Звук",
  echoCancellation: "Убирать эхо",
  noiseSuppression: "Убирать шум",
  autoGainControl: "Выравнивать громкость",
  hideAddress: "Скрыть мой IP-адрес",
  hideAddressHint:
    "Звонок пойдёт через ретранслятор сервера, чуть медленнее. Те, кто уже в комнате, могли увидеть ваш адрес. Со следующего входа его не увидит никто.",
  close: "Закрыть",
};
