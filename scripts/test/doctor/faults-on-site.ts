// What can be wrong with a site: one thing that is changed on its way, and what the doctor says.
import type { AppOptions } from "../../../functions/src/http/app.ts";
import type { SiteAnswer } from "./site-imitation.ts";

export const html = (answer: SiteAnswer, status: number): void => {
  Object.assign(answer, { status, body: Buffer.from("<!doctype html><title>Error</title>") });
  answer.headers["content-type"] = "text/html";
};
const isPage = (path: string) => /^\/(r|R|embed)?\/?[^/]*$/.test(path);

export interface SiteFault {
  readonly title: string;
  readonly change?: (path: string, answer: SiteAnswer) => void;
  readonly counting?: Partial<AppOptions>;
  readonly fault: string;
  /** Parts of what it says and of its cure. */
  readonly says: string;
  readonly cure: string;
}

export const faultsOnSite: readonly SiteFault[] = [
  {
    title: "nothing is deployed to the site",
    change: (path, answer) => path.startsWith("/functions/") || html(answer, 404),
    fault: "site: failed no-site",
    says: "answers 404",
    cure: "npx firebase deploy --only hosting",
  },
  {
    title: "another site is at the address",
    change: (path, answer) => path === "/" && html(answer, 200),
    fault: "site: failed no-site",
    says: "not with meetogram's start",
    cure: "--site",
  },
  {
    title: "an older policy is deployed",
    change(_path, { headers }) {
      const policy = headers["content-security-policy"];
      if (typeof policy === "string") headers["content-security-policy"] = policy.replace("font-src 'self'; ", "");
    },
    fault: "headers: failed headers-differ",
    says: `content-security-policy of / is "…g-src 'self' data:; media-src 'self' blob:`,
    cure: "--only hosting",
  },
  {
    title: "a proxy takes HSTS away",
    change: (_path, { headers }) => delete headers["strict-transport-security"],
    fault: "headers: failed headers-differ",
    says: "strict-transport-security of / is missing or short, and so on 9 other paths",
    cure: "--only hosting",
  },
  {
    title: "hashed files are kept for ever",
    change(path, { headers }) {
      if (path.startsWith("/assets/")) headers["cache-control"] = "public, max-age=31536000, immutable";
    },
    fault: "headers: failed headers-differ",
    says: 'is "public, max-age=31536000, immutable" instead of "public, max-age=3600, stale',
    cure: "--only hosting",
  },
  {
    title: "pages are kept for an hour",
    change(path, { headers }) {
      if (isPage(path) && headers["cache-control"] === "no-cache") headers["cache-control"] = "max-age=3600";
    },
    fault: "headers: failed headers-differ",
    says: 'cache-control of / is "max-age=3600" instead of "no-cache"',
    cure: "--only hosting",
  },
  {
    title: "links with a second slash lead nowhere",
    change: (path, answer) => path.startsWith("//r/") && html(answer, 404),
    fault: "paths: failed paths-differ",
    says: "answers 404, and not with the room's page",
    cure: "--only hosting",
  },
  {
    title: "every path is answered with a page",
    change: (path, answer) => path.startsWith("/docs/nothing") && html(answer, 200),
    fault: "paths: failed paths-differ",
    says: "/docs/nothing-here/ answers 200, not 404",
    cure: "--only hosting",
  },
  {
    title: "there is no configuration",
    change: (path, answer) => path === "/__/firebase/init.json" && html(answer, 404),
    fault: "init-json: failed no-configuration",
    says: "answers 404",
    cure: "npx firebase apps:list WEB",
  },
  {
    title: "the site belongs to another project",
    change(path, answer) {
      if (path !== "/__/firebase/init.json") return;
      answer.body = Buffer.from(answer.body.toString().replace('"my-meetings"', '"other-meetings"'));
    },
    fault: "init-json: failed other-project",
    says: "belongs to the project other-meetings",
    cure: "npm run doctor -- --project other-meetings",
  },
  {
    title: "the configuration holds a command",
    change(path, answer) {
      if (path !== "/__/firebase/init.json") return;
      answer.body = Buffer.from(answer.body.toString().replace('"my-meetings"', '"x; curl evil.example"'));
    },
    fault: "init-json: failed no-configuration",
    says: "with no configuration",
    cure: "npx firebase apps:list WEB",
  },
  {
    title: "the configuration names an app that is gone",
    change(path, answer) {
      if (path !== "/__/firebase/init.json") return;
      answer.body = Buffer.from(answer.body.toString().replace("0123456789abcdef", "fedcba9876543210"));
    },
    fault: "init-json: failed other-app",
    says: "fedcba9876543210",
    cure: "npx firebase apps:list WEB",
  },
  {
    title: "Hosting has no way to the function",
    change: (path, answer) => path.startsWith("/room/") && html(answer, 404),
    fault: "requests: failed not-reached",
    says: "404 with a page (HTML)",
    cure: "npx firebase deploy --only functions,hosting",
  },
  {
    title: "the function does not reach Firestore",
    change(path, answer) {
      if (!path.startsWith("/room/")) return;
      Object.assign(answer, { status: 500, body: Buffer.from('{"code":"internal","message":"…"}') });
    },
    fault: "requests: failed wrong-answer",
    says: "room answers 500 internal, not 404 room-not-found",
    cure: "https://console.cloud.google.com/logs/query",
  },
  {
    title: "one of the functions lets nobody in",
    change: (path, answer) => path === "/connect" && html(answer, 403),
    fault: "requests: failed not-public",
    says: "connect answers 403 with a page (HTML), not 400 invalid-request",
    cure: "gcloud run services add-iam-policy-binding connect --region europe-west1",
  },
  {
    title: "the function lets nobody in past Hosting",
    change: (path, answer) => path.startsWith("/functions/room/") && html(answer, 403),
    fault: "direct-request: failed not-public",
    says: "403",
    cure: "gcloud run services add-iam-policy-binding room --region europe-west1",
  },
  {
    title: "the server's time is another",
    change: (_path, { headers }) => (headers.date = new Date(Date.now() - 120_000).toUTCString()),
    fault: "clock: failed clock-off",
    says: "s apart",
    cure: "timedatectl set-ntp true",
  },
  {
    title: "a proxy of Hosting is taken for the caller",
    counting: {},
    fault: "callers: failed proxy-counts",
    says: "another caller",
    cure: "gcloud logging read",
  },
  {
    title: "headers decide who the caller is",
    counting: { trustedProxies: ["0.0.0.0/1", "128.0.0.0/1"] },
    fault: "callers: failed headers-decide",
    says: "at the function's own address",
    cure: "Narrow TRUSTED_PROXIES",
  },
  {
    title: "nobody is limited",
    counting: { hasPlatform: false },
    fault: "callers: failed nobody-limited",
    says: "tells of no limit",
    cure: "--only functions",
  },
];
