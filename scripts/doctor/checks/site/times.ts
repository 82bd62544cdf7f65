// How long the open requests take. Nobody outside knows whether the first was a cold start.
import type { Check } from "../../check.ts";
import { makeOpenRequests } from "../../deployment/open-requests.ts";
import { told } from "../../finding.ts";

export const timesCheck: Check = {
  id: "times",
  what: "Times",
  needs: ["parameters", "site"],
  explainedBy: ["billing", "functions"],
  async run(doctor) {
    const lines = (await makeOpenRequests(doctor)).map(
      ({ functionID, first, thenMs }) => `${functionID} ${Math.round(first.tookMs)}, then ${Math.round(thenMs)} ms`,
    );
    return told(`the first request, which may be a cold start, and the next: ${lines.join("; ")}`);
  },
};
