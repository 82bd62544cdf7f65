// Tokens and TURN credentials depend on the time. Here the doctor's own clock can be wrong, and
// with it what it has made.
import type { Check } from "../../check.ts";
import { siteOf } from "../../deployment/site.ts";
import { NotKnown, ok } from "../../finding.ts";

const mostMs = 10_000;

export const clockCheck: Check = {
  id: "clock",
  what: "Clock",
  needs: ["site"],
  async run(doctor) {
    const site = await siteOf(doctor);
    // Not from a cache, whose Date may be that of its copy.
    const { headers, tookMs } = await site.read(`/room/${site.room}`);
    const theirs = Date.parse(headers.get("date") ?? "");
    if (Number.isNaN(theirs)) throw new NotKnown("no-date", "the answer has no Date", "Ask the doctor again.");
    // The header has whole seconds.
    const apartMs = Math.max(0, Math.abs(Date.now() - tookMs / 2 - (theirs + 500)) - 500 - tookMs / 2);
    if (apartMs < mostMs) return ok("this computer and the server agree within 10 s");
    return {
      mark: "failed",
      code: "clock-off",
      says: `this computer and the server are ${Math.round(apartMs / 1000)} s apart`,
      cause: "This computer's clock is wrong: its logins and TURN credentials will be refused.",
      cure: "Let the system set the time (timedatectl set-ntp true, or the settings of date and time).",
    };
  },
};
