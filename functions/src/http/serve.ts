// A cloud function that loads its route, and so all heavy packages, on the first request. Loading
// the bundle, as the Firebase CLI does to find the functions, loads no route.
import * as logger from "firebase-functions/logger";
import type { Request } from "firebase-functions/v2/https";
import type { Express, RequestHandler, Response, Router } from "express";
import { trustedProxies } from "../parameters.ts";

export type Handler = (request: Request, response: Response) => Promise<void>;

/** `loadGuard` resolves to what stands before the route, if anything does. */
export function serve(
  name: string,
  loadRoute: () => Promise<{ readonly router: Router }>,
  loadGuard?: () => Promise<RequestHandler | undefined>,
): Handler {
  let loading: Promise<Express> | undefined;

  async function load(): Promise<Express> {
    const [{ createApp }, { router }, guard] = await Promise.all([import("./app.ts"), loadRoute(), loadGuard?.()]);
    return createApp({
      router,
      guard,
      report: (error) => logger.error(`${name} failed`, describe(error)),
      trustedProxies: trustedProxies(),
      hasPlatform: process.env["FUNCTIONS_EMULATOR"] !== "true",
    });
  }

  return async (request, response) => {
    try {
      loading ??= load();
      const app = await loading;
      app(request, response);
    } catch (error) {
      loading = undefined;
      logger.error(`${name} did not load`, describe(error));
      response.status(500).json({ code: "internal", message: "Something went wrong on our side." });
    }
  };
}

/**
 * The stack and the code. Never the request, which has passwords, keys and addresses, nor the value
 * that a schema received.
 */
function describe(error: unknown): { readonly stack: string; readonly code?: unknown } {
  if (!(error instanceof Error)) {
    return { stack: "Something that is not an error was thrown." };
  }
  const stack = (error.stack ?? error.message).replaceAll(/ but received .*/g, "");
  return { stack, code: (error as { code?: unknown }).code };
}
