// A cloud function that loads its route, and so all heavy packages, on the first request. Loading
// the bundle, as the Firebase CLI does to find the functions, loads no route.
import * as logger from "firebase-functions/logger";
import type { Request } from "firebase-functions/v2/https";
import type { Express, RequestHandler, Response, Router } from "express";
import { hasShortLogSecret, trustedProxies } from "../parameters.ts";
import { logFailure, logRequest } from "./request-log.ts";

export type Handler = (request: Request, response: Response) => Promise<void>;

/** `loadGuard` resolves to what stands before the route, if anything does. */
export function serve(
  name: string,
  loadRoute: () => Promise<{ readonly router: Router }>,
  loadGuard?: () => Promise<RequestHandler | undefined>,
): Handler {
  let loading: Promise<Express> | undefined;

  async function load(): Promise<Express> {
    if (hasShortLogSecret()) {
      logger.warn("LOG_SECRET has fewer than 32 characters, so the log tells no rooms apart. See docs/deploy.md.");
    }
    const [{ createApp }, { router }, guard] = await Promise.all([import("./app.ts"), loadRoute(), loadGuard?.()]);
    return createApp({
      router,
      guard,
      report: (error, response) => logFailure(`${name} failed`, error, response),
      trustedProxies: trustedProxies(),
      hasPlatform: process.env["FUNCTIONS_EMULATOR"] !== "true",
    });
  }

  return async (request, response) => {
    logRequest(name, request, response, loading === undefined);
    try {
      loading ??= load();
      const app = await loading;
      app(request, response);
    } catch (error) {
      loading = undefined;
      logFailure(`${name} did not load`, error, response);
      response.status(500).json({ code: "internal", message: "Something went wrong on our side." });
    }
  };
}
