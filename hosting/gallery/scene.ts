// A scene: a screen of the client in one state, with the real components. It is data, so that tests
// can list all scenes without a browser.
import type { Finding, Line } from "../src/check/finding.ts";
import type { DeadEndReason } from "../src/meeting/meeting-phase.ts";
import type { LastCall } from "../src/meeting/last-call.ts";
import type { Problem } from "../src/popups/problem.ts";
import type { MeetingState } from "./nowhere/meeting-state.ts";
import type { TestPerson } from "./nowhere/people.ts";
import type { Actor } from "./act.ts";
import type { DevicesOf } from "./still/devices.ts";

export type Screen =
  | { readonly name: "start" }
  /** Lobby or call, as the state says. */
  | { readonly name: "meeting"; readonly state?: Partial<MeetingState>; readonly people?: readonly TestPerson[] }
  | { readonly name: "end"; readonly reason: DeadEndReason; readonly lastCall?: Partial<LastCall> }
  /** Popups under each other, more than a page shows at once. */
  | { readonly name: "popups"; readonly problems: readonly Problem[] }
  | { readonly name: "kept" }
  /** `running`: what is still looked at. */
  | { readonly name: "check"; readonly findings: readonly Finding[]; readonly running?: readonly Line[] };

export interface Scene {
  /** "call/two-people": its group, and what it shows. */
  readonly name: string;
  readonly screen: Screen;
  /** Without them, a camera and a microphone that are allowed. */
  readonly devices?: DevicesOf;
  /** Of Local Storage. Whatever else was there is removed. */
  readonly stored?: Readonly<Record<string, string>>;
  /** Inside another site, with this query. */
  readonly embed?: string;
  /** What has gone wrong. There is Retry. */
  readonly problem?: Problem;
  /** What a person, or somebody else in the call, does first. */
  readonly act?: (actor: Actor) => Promise<void>;
  /** Something comes up after seconds. Otherwise time stands still in pictures. */
  readonly takesTime?: boolean;
  /** Pictures show the whole page, not the window only. */
  readonly isLong?: boolean;
  /** Seen in pictures in English on a phone too. */
  readonly isImportant?: boolean;
  /** In `npm test` too. The others are in the long tests only. */
  readonly isRepresentative?: boolean;
}
