// The parameters of an installation, set in functions/.env. Outside the Firebase CLI a parameter
// without a value reads as "" or 0, so each function below applies the default itself.
import { limits, maxChallengeBits } from "@meetogram/contract";
import { defineInt, defineString } from "firebase-functions/params";

/** 262,144 hashes on average: about a second of a phone's core. docs/decisions has the figures. */
const defaultChallengeBits = 18;

const unenteredRoomMinutes = defineInt("UNENTERED_ROOM_MINUTES", {
  default: limits.unenteredRoomMs / 60_000,
  description: "Minutes that a room lives while nobody has entered it.",
});

const emptyRoomMinutes = defineInt("EMPTY_ROOM_MINUTES", {
  default: limits.emptyRoomMs / 60_000,
  description: "Minutes that a room lives after its last participant was there.",
});

const stunUrls = defineString("STUN_URLS", {
  default: "",
  description: "Comma-separated stun: URLs given to every participant. Empty: no third party is contacted.",
});

const turnUrls = defineString("TURN_URLS", {
  default: "",
  description: "Comma-separated turn: and turns: URLs of a coturn that has use-auth-secret. Needs TURN_SECRET.",
});

// Not defineSecret: with a secret, every deployment would ask for it, even without a TURN server.
const turnSecret = defineString("TURN_SECRET", {
  default: "",
  description: "The static-auth-secret of that coturn.",
});

const logKey = defineString("LOG_SECRET", {
  default: "",
  description: "At least 32 random characters. The log then tells rooms apart, by a keyed hash. Empty: it does not.",
});

/** Where the functions run. The rewrites in firebase.json repeat it. */
export const region = defineString("REGION", { default: "europe-west1", description: "Region of the functions." });

export const maxInstances = defineInt("MAX_INSTANCES", {
  default: 10,
  description: "Instances of each function at most: the bound of what a flood can cost.",
});

const proxies = defineString("TRUSTED_PROXIES", {
  default: "",
  description:
    "Comma-separated networks of Hosting's proxies. Empty: limits go by the address that Google's front end saw.",
});

const appCheckApp = defineString("APP_CHECK_APP_ID", {
  default: "",
  description: "The ID of the project's web app. Empty: App Check is off. docs/deploy.md tells how to switch it on.",
});

const appCheckDifficulty = defineInt("APP_CHECK_BITS", {
  default: defaultChallengeBits,
  description: "Zero bits that a proof of work needs: one more doubles the work.",
});

const selfCheckTimes = defineString("SELF_CHECK_SCHEDULE", {
  default: "",
  description: 'How often the service checks itself, for example "every 60 minutes". Empty: never.',
});

const selfCheckedSite = defineString("SELF_CHECK_SITE", {
  default: "",
  description: "The address of the site that is checked. Empty: https://PROJECT.web.app.",
});

/** For the options, which the Firebase CLI resolves: without a schedule there is no function. */
export const selfCheckSchedule = { cel: selfCheckTimes.toCEL(), isOff: selfCheckTimes.equals("") };

/** Without a slash at the end. */
export function selfCheckSite(): string {
  const site = selfCheckedSite.value().trim().replace(/\/+$/, "");
  return site === "" ? `https://${process.env["GCLOUD_PROJECT"]}.web.app` : site;
}

export function unenteredRoomMs(): number {
  return (unenteredRoomMinutes.value() || limits.unenteredRoomMs / 60_000) * 60_000;
}

export function emptyRoomMs(): number {
  return (emptyRoomMinutes.value() || limits.emptyRoomMs / 60_000) * 60_000;
}

export interface IceParameters {
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  readonly turnSecret: string;
}

export function iceParameters(): IceParameters {
  return {
    stunUrls: splitList(stunUrls.value()),
    turnUrls: splitList(turnUrls.value()),
    turnSecret: turnSecret.value(),
  };
}

const minLogSecretLength = 32;

/** Empty if the log tells no rooms apart. */
export function logSecret(): string {
  return hasShortLogSecret() ? "" : logKey.value();
}

/** It could be guessed, so it counts as none. */
export function hasShortLogSecret(): boolean {
  const { length } = logKey.value();
  return length > 0 && length < minLogSecretLength;
}

/** Empty if App Check is off. */
export function appCheckID(): string {
  return appCheckApp.value().trim();
}

export function appCheckBits(): number {
  return Math.min(maxChallengeBits, appCheckDifficulty.value() || defaultChallengeBits);
}

export function trustedProxies(): string[] {
  return splitList(proxies.value());
}

function splitList(value: string): string[] {
  return value.split(/[\s,]+/).filter((entry) => entry !== "");
}
