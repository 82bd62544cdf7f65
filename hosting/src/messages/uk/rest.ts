import type { RestMessages } from "../en/rest.ts";
import { notes } from "./call/notes.ts";
import { menus } from "./call/menus.ts";
import { requests } from "./call/requests.ts";
import { viewing } from "./call/viewing.ts";
import { people } from "./panels/people.ts";
import { safetyPictures } from "./panels/safety-pictures.ts";
import { chatPanel } from "./panels/chat-panel.ts";
import { transfers } from "./panels/transfers.ts";
import { admission } from "./panels/admission.ts";
import { invite } from "./panels/invite.ts";
import { record } from "./recording/record.ts";
import { kept } from "./recording/kept.ts";
import { deadEnds } from "./end/dead-ends.ts";
import { ending } from "./end/ending.ts";

export const rest: RestMessages = {
  notes,
  menus,
  requests,
  viewing,
  people,
  safetyPictures,
  chatPanel,
  transfers,
  admission,
  invite,
  record,
  kept,
  deadEnds,
  ending,
};
