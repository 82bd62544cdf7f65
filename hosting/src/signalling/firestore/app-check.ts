// Gives the SDK the page's App Check token, for Firestore and Auth. Loaded only where the server
// has asked for one. The SDK would schedule its refreshes by the device's clock and the token's
// times: with a clock that is fast it would refresh without a pause. So they are scheduled here.
import type { FirebaseApp } from "firebase/app";
import { CustomProvider, getToken, initializeAppCheck } from "firebase/app-check";
import type { PageToken } from "../../api/client.ts";
import type { Clock } from "../../platform/clock.ts";

export const appCheckTimings = {
  /** A new token is there this long before the old one ends. */
  renewBeforeEndMs: 5 * 60_000,
  retryMs: 60_000,
} as const;

/** Call it before the app's first request. The returned function ends the refreshes. */
export function startAppCheck(app: FirebaseApp, page: PageToken, clock: Clock): () => void {
  let cancel = () => {};
  const isEnding = () => page.endsInMs() <= appCheckTimings.renewBeforeEndMs;
  const provider = new CustomProvider({
    async getToken() {
      if (isEnding()) await page.renew(page.token());
      return { token: page.token() ?? "", expireTimeMillis: Date.now() + page.endsInMs() };
    },
  });
  const appCheck = initializeAppCheck(app, { provider, isTokenAutoRefreshEnabled: false });

  function schedule(delayMs: number) {
    cancel = clock.after(Math.max(0, delayMs), () => {
      // Also tells Firestore, which then opens its streams with the new token.
      getToken(appCheck, true).then(
        () => schedule(Math.max(appCheckTimings.retryMs, page.endsInMs() - appCheckTimings.renewBeforeEndMs)),
        () => schedule(appCheckTimings.retryMs),
      );
    });
  }

  schedule(page.endsInMs() - appCheckTimings.renewBeforeEndMs);
  return () => cancel();
}
