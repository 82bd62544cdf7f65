import { describeFocus } from "./focus-states.ts";

describeFocus([{ width: 1280, height: 720, hasTouch: false }]);
