// Signs in with a custom token, in place of the page. Here the answer comes from the same data
// centre; a page far away waits for two round trips, one of them for CORS.
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/accounts/signInWithCustomToken
import { SignIn } from "@meetogram/contract";
import * as v from "valibot";
import { requestJson } from "./json-request.ts";

/** The page does it itself then, so waiting longer gains nothing. */
const timeoutMs = 2_000;
const path = "identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken";

export function signInAddress(apiKey: string): string {
  const emulator = process.env["FIREBASE_AUTH_EMULATOR_HOST"];
  const origin = emulator === undefined ? "https:/" : `http://${emulator}`;
  return `${origin}/${path}?key=${encodeURIComponent(apiKey)}`;
}

/** Rejects if Auth refuses or does not answer. */
export async function signIn(options: {
  token: string;
  apiKey: string;
  /** As the caller has sent it. Auth may ask for it too. */
  appCheckToken: string | undefined;
}): Promise<v.InferOutput<typeof SignIn>> {
  const { token, apiKey, appCheckToken } = options;
  const { status, body } = await requestJson(signInAddress(apiKey), {
    headers: appCheckToken === undefined ? {} : { "x-firebase-appcheck": appCheckToken },
    body: { token, returnSecureToken: true },
    timeoutMs,
  });
  if (status !== 200) throw new Error(`Auth answers ${status}`);
  return v.parse(SignIn, body);
}
