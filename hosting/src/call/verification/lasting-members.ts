// Members count when they have been the same for a while: the slow hash of their code must not
// take the processor from the first pictures of a newcomer.
import type { Clock } from "../../platform/clock.ts";
import { timings } from "../timings.ts";
import { describeMembers } from "./members.ts";
import type { Members } from "./verification.ts";

/** `review` is called when members may count that did not before. */
export function createLastingMembers(clock: Clock, review: () => void) {
  let described = "";
  let sinceMs = 0;
  return (members: Members | null): Members | null => {
    if (members === null || members.others.length === 0) return members;
    const now = describeMembers([members.self, ...members.others]);
    if (now !== described) {
      described = now;
      sinceMs = clock.now();
      clock.after(timings.safetyCodeAfterMs, review);
    }
    return clock.now() - sinceMs >= timings.safetyCodeAfterMs ? members : null;
  };
}
