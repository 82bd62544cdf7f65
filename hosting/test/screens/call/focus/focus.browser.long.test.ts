import { describeFocus } from "./focus-states.ts";

describeFocus([
  { width: 390, height: 844, hasTouch: true },
  { width: 844, height: 390, hasTouch: true },
]);
