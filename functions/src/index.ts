// The cloud functions, one for each open request, and the sweep. This module holds their options only; each loads its own
// route when it is first asked.
import * as logger from "firebase-functions/logger";
import { onRequest, type HttpsOptions } from "firebase-functions/v2/https";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { answerByPath, type FunctionName } from "./http/by-path.ts";
import { serve, type Handler } from "./http/serve.ts";
import { keepBodiesUnparsed } from "./http/unparsed-body.ts";
import { maxInstances, region } from "./parameters.ts";

// Not where this module is only looked at: by the CLI that finds the functions, or by a test.
if (process.env["K_SERVICE"] ?? process.env["FUNCTIONS_EMULATOR"]) keepBodiesUnparsed();

// What a flood can cost at most: 4 functions x MAX_INSTANCES instances, 40 by default, and the one of the sweep. Each answers 80
// requests at once, which are bodies of 16 kB and waiting for Firestore: 256 MiB carry them beside some 120 MiB of code. An
// instance hashes two passwords at once (64 MiB), 64 more wait, the rest are sent away with 429.
const options: HttpsOptions = {
  region,
  maxInstances,
  memory: "256MiB",
  concurrency: 80,
  timeoutSeconds: 30,
  invoker: "public",
};

const handlers = {
  generateID: serve("generateID", () => import("./routes/generate-id.ts")),
  room: serve("room", () => import("./routes/rooms.ts")),
  create: serve("create", () => import("./routes/create.ts")),
  connect: serve("connect", () => import("./routes/connect.ts")),
};

function handlerOf(name: FunctionName): Handler {
  return process.env["FUNCTIONS_EMULATOR"] === "true" ? answerByPath(handlers, name) : handlers[name];
}

// These hash passwords, at 32 MiB each.
const hashing: HttpsOptions = { ...options, memory: "512MiB" };

export const generateID = onRequest(options, handlerOf("generateID"));
export const room = onRequest(options, handlerOf("room"));
export const create = onRequest(hashing, handlerOf("create"));
export const connect = onRequest(hashing, handlerOf("connect"));

export const sweep = onSchedule(
  { schedule: "every 30 minutes", region, maxInstances: 1, memory: "256MiB", timeoutSeconds: 540, retryCount: 0 },
  async () => {
    const { default: db } = await import("./firebase/firebase.ts");
    const { rooms, users, errors } = await db.sweep.sweepExpiredRooms(Date.now());
    logger.info("Swept", { rooms, users, failed: errors.length });
    for (const error of errors) {
      logger.error("A room could not be swept", { stack: (error as Error).stack });
    }
  },
);
