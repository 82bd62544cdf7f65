import { describeAxe } from "./axe-states.ts";

describeAxe([
  { locale: "ru-RU", size: "desktop", colorScheme: "dark" },
  { locale: "en-US", size: "phone", colorScheme: "light" },
]);
