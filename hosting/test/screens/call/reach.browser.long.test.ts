import { describeReach } from "./reach-states.ts";

describeReach([
  { locale: "en-US", width: 320, height: 256 },
  { locale: "en-US", width: 390, height: 844 },
  { locale: "en-US", width: 640, height: 360 },
  { locale: "ru-RU", width: 640, height: 360 },
]);
