import { describeAxe } from "./axe-states.ts";

describeAxe([
  { locale: "en-US", size: "desktop", colorScheme: "light" },
  { locale: "ru-RU", size: "phone", colorScheme: "dark" },
]);
