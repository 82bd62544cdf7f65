import type { devices as english } from "../../en/devices/devices.ts";

export const devices: typeof english = {
  heading: "Пристрої",
  camera: "Камера",
  microphone: "Мікрофон",
  speaker: "Динамік",
  unnamedSpeaker: (number) => `Динамік ${number}`,
  speakerGone: "Ваш звичний динамік не підключено. Інших чути через системний.",
  testSpeaker: "Перевірити звук",
  unnamedCamera: (number) => `Камера ${number}`,
  unnamedMicrophone: (number) => `Мікрофон ${number}`,
  none: "Не знайдено",
  more: "Ще налаштування",
  sound: "Звук",
  echoCancellation: "Прибирати луну",
  noiseSuppression: "Прибирати шум",
  autoGainControl: "Вирівнювати гучність",
  hideAddress: "Приховати мою IP-адресу",
  hideAddressHint:
    "Дзвінок піде через ретранслятор сервера, трохи повільніше. Ті, хто вже в кімнаті, могли побачити вашу адресу. З наступного входу її не побачить ніхто.",
  close: "Закрити",
};
