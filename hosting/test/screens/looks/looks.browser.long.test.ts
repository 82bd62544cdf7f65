import { describeLooks } from "./looks.ts";

describeLooks([
  { locale: "en-US", width: 320, height: 256, colorScheme: "dark" },
  { locale: "ru-RU", width: 640, height: 360, colorScheme: "dark" },
  { locale: "ru-RU", width: 390, height: 844, colorScheme: "dark" },
  { locale: "en-US", width: 844, height: 390, colorScheme: "light" },
  { locale: "en-US", width: 1280, height: 720, colorScheme: "light" },
  { locale: "ru-RU", width: 1440, height: 900, colorScheme: "dark" },
]);
