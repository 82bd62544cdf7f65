// For a deployed system, without a login: as whom do its functions count a caller? `npm run doctor`
// asks the same, and much more.
import { commandToFindProxies, countCallers, type Way } from "./doctor/deployment/callers.ts";
import { NotKnown } from "./doctor/finding.ts";
import { Failure, runScript } from "./system/failure.ts";

const help = `node --import tsx scripts/check-callers.ts SITE FUNCTION
  SITE      where Hosting serves meetogram, https://your-site.web.app
  FUNCTION  the URL of the function generateID, as the Firebase console shows it`;

const timeoutMs = 30_000;
const ways: Readonly<Record<Way, string>> = { direct: "At the function's own URL", hosting: "Through Hosting" };

await runScript(async () => {
  const [site, direct] = process.argv.slice(2);
  if (site === undefined || direct === undefined) throw new Failure(help);
  const hosting = `${site.replace(/\/$/, "")}/user/generateID`;
  const counted = await countCallers({ direct, hosting }, timeoutMs).catch((error: unknown) => {
    throw error instanceof NotKnown ? new Failure(error.message) : error;
  });
  if (counted.is === "unlimited") {
    throw new Failure(`${ways[counted.way]}: the function sees no address, and limits nobody.`);
  }
  if (counted.is === "forged") {
    throw new Failure(
      `${ways[counted.way]}: FORGED. Other headers make another caller. TRUSTED_PROXIES names too much.`,
    );
  }
  if (counted.is === "proxy") {
    throw new Failure(
      "Through Hosting you are another caller: the functions see the address of Hosting's proxy, which many people\n" +
        `share. Put its network into TRUSTED_PROXIES. The function's request log shows the address:\n  ${commandToFindProxies}`,
    );
  }
  console.log(`Forged headers change nothing. The limit is ${counted.limit} requests a minute.`);
  console.log("Both ways you are the same caller.");
  return 0;
});
