// The cloud functions for the open requests, the sweep, and the self-check if one is wanted. This
// module has their options only. Each function loads its route on the first request.
import { onRequest, type HttpsOptions } from "firebase-functions/v2/https";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { dispatchByPath, type FunctionName } from "./http/by-path.ts";
import { serve, type Handler } from "./http/serve.ts";
import { keepBodiesUnparsed } from "./http/unparsed-body.ts";
import { appCheckID, maxInstances, region, selfCheckSchedule, selfCheckSite } from "./parameters.ts";
import { logSelfCheck, logSweep } from "./scheduled-logs.ts";

// Not if the CLI or a test only inspects this module.
if (process.env["K_SERVICE"] ?? process.env["FUNCTIONS_EMULATOR"]) keepBodiesUnparsed();

// The maximum cost of a flood: 5 functions with MAX_INSTANCES instances each, 50 by default, and
// one instance of the sweep and one of the self-check. An instance answers 80 requests at once.
// They have bodies of up to 16 kB and wait for Firestore, so 256 MiB suffice, of which the code
// takes some 70 MiB. An instance computes two password hashes at once (64 MiB). 64 more wait, and
// the rest are refused with 429.
const options: HttpsOptions = {
  region,
  maxInstances,
  memory: "256MiB",
  concurrency: 80,
  timeoutSeconds: 30,
  invoker: "public",
};

/** Where App Check is off, nothing of it is loaded. */
async function loadGuard() {
  return appCheckID() === "" ? undefined : (await import("./app-check/demand.ts")).demandAppCheck;
}

const handlers = {
  generateID: serve("generateID", () => import("./routes/generate-id.ts"), loadGuard),
  room: serve("room", () => import("./routes/rooms.ts"), loadGuard),
  create: serve("create", () => import("./routes/create.ts"), loadGuard),
  connect: serve("connect", () => import("./routes/connect.ts"), loadGuard),
  // Gives the tokens, so it cannot ask for one.
  appCheck: serve("appCheck", () => import("./app-check/routes.ts")),
};

function handlerOf(name: FunctionName): Handler {
  return process.env["FUNCTIONS_EMULATOR"] === "true" ? dispatchByPath(handlers, name) : handlers[name];
}

// These functions hash passwords. A hash takes 32 MiB.
const hashing: HttpsOptions = { ...options, memory: "512MiB" };

export const generateID = onRequest(options, handlerOf("generateID"));
export const room = onRequest(options, handlerOf("room"));
export const appCheck = onRequest(options, handlerOf("appCheck"));
export const create = onRequest(hashing, handlerOf("create"));
export const connect = onRequest(hashing, handlerOf("connect"));

export const sweep = onSchedule(
  { schedule: "every 30 minutes", region, maxInstances: 1, memory: "256MiB", timeoutSeconds: 540, retryCount: 0 },
  async () => {
    const { default: db } = await import("./firebase/firebase.ts");
    logSweep(await db.sweep.sweepExpiredRooms(Date.now()));
  },
);

export const selfCheck = onSchedule(
  {
    schedule: selfCheckSchedule.cel,
    omit: selfCheckSchedule.isOff,
    region,
    maxInstances: 1,
    memory: "256MiB",
    timeoutSeconds: 240,
    retryCount: 0,
  },
  async () => {
    const { checkSite } = await import("./self-check/self-check.ts");
    logSelfCheck(await checkSite(selfCheckSite()));
  },
);
