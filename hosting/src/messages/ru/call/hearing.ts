import type { HearingMessages } from "../../types/call/hearing.ts";

export const hearing: HearingMessages = {
  yes: "Слышит вас",
  no: (name) => `${name}, возможно, не слышит вас`,
  blocked: (name) => `${name} не слышит вас: там звук заблокировал браузер`,
  unheard: "Микрофон там включён, но звук сюда не доходит",
};
