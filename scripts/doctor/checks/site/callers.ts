// The limits of the functions go by the caller's address. From outside one can see whether headers
// decide it, and whether it is the same both ways: not which address the functions see.
import type { Check } from "../../check.ts";
import { commandToFindProxies, countCallers } from "../../deployment/callers.ts";
import { addressOf, listFunctions } from "../../deployment/functions.ts";
import { siteOf } from "../../deployment/site.ts";
import { NotKnown, ok } from "../../finding.ts";

const page = 'docs/deploy.md, "Who is asking"';

export const callersCheck: Check = {
  id: "callers",
  what: "Who is asking",
  needs: ["site", "functions"],
  explainedBy: ["billing", "requests", "direct-request"],
  async run(doctor) {
    const { origin } = await siteOf(doctor);
    const deployed = (await listFunctions(doctor)).find(({ id }) => id === "generateID");
    const direct = deployed && addressOf(deployed);
    if (direct === undefined) throw new NotKnown("no-address", "Google tells no address of it", "Ask again later.");
    const counted = await countCallers({ direct, hosting: `${origin}/user/generateID` }, doctor.timeoutMs);
    if (counted.is === "one") {
      return ok(`forged headers change nothing, and both ways you are the same caller of ${counted.limit} a minute`);
    }
    if (counted.is === "proxy") {
      return {
        mark: "failed",
        code: "proxy-counts",
        says: "through Hosting you are another caller than at the function",
        cause: "The functions see a proxy of Hosting, so all people behind it share the limit of one.",
        cure: `Put its network into TRUSTED_PROXIES (${page}). Its address: ${commandToFindProxies} --project ${doctor.project}`,
      };
    }
    const way = counted.way === "direct" ? "at the function's own address" : "through Hosting";
    if (counted.is === "forged") {
      return {
        mark: "failed",
        code: "headers-decide",
        says: `${way} other headers make another caller`,
        cause: "TRUSTED_PROXIES names networks from which anybody may come, so limits stop nobody.",
        cure: `Narrow TRUSTED_PROXIES in functions/.env.${doctor.project} (${page}), and deploy the functions.`,
      };
    }
    return {
      mark: "failed",
      code: "nobody-limited",
      says: `${way} an answer tells of no limit`,
      cause: "The function sees no address of the caller, or is another version.",
      cure: `npx firebase deploy --only functions --project ${doctor.project}`,
    };
  },
};
