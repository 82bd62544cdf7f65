// Refuses requests without a token of App Check, before anything else is done for them. A preflight
// has no headers of its own.
import type { RequestHandler } from "express";
import { ApiError } from "../api-error.ts";
import db from "../firebase/firebase.ts";
import { appCheckID } from "../parameters.ts";

export const demandAppCheck: RequestHandler = async (request, response, next) => {
  if (request.method === "OPTIONS") return next();
  const token = request.get("x-firebase-appcheck");
  if (token === undefined || !(await db.appCheck.isValid(token, appCheckID()))) {
    response.set("WWW-Authenticate", "FirebaseAppCheck");
    throw new ApiError(
      "app-check-required",
      token === undefined
        ? "X-Firebase-AppCheck: missing. appCheck/challenge and appCheck/token give a token."
        : "X-Firebase-AppCheck: not a valid token of this server. Get another.",
    );
  }
  next();
};
