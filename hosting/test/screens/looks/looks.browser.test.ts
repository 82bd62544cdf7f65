import { describeLooks } from "./looks.ts";

describeLooks([{ locale: "ru-RU", width: 320, height: 568, colorScheme: "light" }], ["left", "full", "unsupported"]);
