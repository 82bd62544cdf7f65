import { describeReach } from "./reach-states.ts";

describeReach([
  { locale: "ru-RU", width: 320, height: 568 },
  { locale: "ru-RU", width: 844, height: 390 },
]);
