// Every check, in the order in which it is made: what others depend on comes first.
import type { Check } from "../check.ts";
import { apisCheck } from "./before/apis.ts";
import { authCheck } from "./before/auth.ts";
import { billingCheck } from "./before/billing.ts";
import { firestoreCheck } from "./before/firestore.ts";
import { parametersCheck } from "./before/parameters.ts";
import { projectCheck } from "./before/project.ts";
import { rewritesCheck } from "./before/rewrites.ts";
import { signInCheck } from "./before/sign-in.ts";
import { signingCheck } from "./before/signing.ts";
import { turnCheck } from "./before/turn.ts";
import { webAppCheck } from "./before/web-app.ts";
import { functionsCheck } from "./project/functions.ts";
import { rulesCheck } from "./project/rules.ts";
import { scheduleCheck } from "./project/schedule.ts";
import { ttlCheck } from "./project/ttl.ts";
import { callersCheck } from "./site/callers.ts";
import { clockCheck } from "./site/clock.ts";
import { headersCheck } from "./site/headers.ts";
import { initJsonCheck } from "./site/init-json.ts";
import { pathsCheck } from "./site/paths.ts";
import { directRequestCheck, requestsCheck } from "./site/requests.ts";
import { siteCheck } from "./site/site.ts";
import { timesCheck } from "./site/times.ts";

export interface Part {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** What a deployment needs beforehand. */
export const before: Part = {
  title: "Before a deployment",
  checks: [
    ...[parametersCheck, rewritesCheck, signInCheck, projectCheck, billingCheck, apisCheck],
    ...[firestoreCheck, authCheck, signingCheck, webAppCheck, turnCheck],
  ],
};

export const inProject: Part = {
  title: "What is deployed",
  checks: [rulesCheck, ttlCheck, functionsCheck, scheduleCheck],
};

/** The times come before other requests that would wake a function; the limits are used up last. */
export const onSite: Part = {
  title: "The site",
  checks: [
    ...[siteCheck, timesCheck, clockCheck, headersCheck, pathsCheck, initJsonCheck],
    ...[requestsCheck, directRequestCheck, callersCheck],
  ],
};
