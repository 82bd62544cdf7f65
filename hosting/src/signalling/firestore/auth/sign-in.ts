// The sign-in of one seat: from a custom token to ID tokens, and a new one before the last one
// ends. It lives in memory, and does what a seat needs of Firebase's Auth SDK, at a twentieth of
// its weight. How long a token lasts, the server says. The device's date may be wrong.
import type { Clock } from "../../../platform/clock.ts";
import { SignInError, type TokenRequests, type Tokens } from "./token-requests.ts";

export const signInTimings = {
  /** A new token is asked for this long before the old one ends. */
  renewBeforeEndMs: 5 * 60_000,
  /** A token that ends this soon is not used any more. */
  usableForMs: 30_000,
  /** The delay after a renewal without success. It doubles. */
  firstRetryMs: 5_000,
  longestRetryMs: 5 * 60_000,
  /** Between the attempts to sign in: a seat is already held, and a person waits. */
  signInRetriesMs: [500, 1_500],
} as const;

type TokenListener = (token: string | null) => void;

/** What Firestore asks of Auth: `FirebaseAuthInternal` of @firebase/auth-interop-types. */
export interface AuthInternal {
  getToken(isRefreshForced?: boolean): Promise<{ readonly accessToken: string } | null>;
  getUid(): string | null;
  /** The first call is for what holds now. */
  addAuthTokenListener(listener: TokenListener): void;
  removeAuthTokenListener(listener: TokenListener): void;
}

export interface SignInAnswer {
  readonly idToken: string;
  readonly refreshToken: string;
  /** In seconds. */
  readonly expiresIn: string;
}

export interface SignIn extends AuthInternal {
  /** Replaces an earlier sign-in. Rejects with a SignInError. */
  start(customToken: string): Promise<void>;
  /** The same, with what the server has got for the custom token. */
  take(answer: SignInAnswer): void;
  /** The newest ID token, also of a sign-in that has ended. */
  idToken(): string;
  /** False when the server has ended the sign-in. Without an answer it is believed to hold. */
  isHeld(): Promise<boolean>;
  close(): void;
}

interface Held extends Tokens {
  readonly atMs: number;
  readonly atWallMs: number;
}

export function createSignIn(options: {
  requests: TokenRequests;
  clock: Clock;
  /** The account in an ID token. */
  readUserID: (idToken: string) => string;
  wall?: () => number;
}): SignIn {
  const { requests, clock, readUserID, wall = Date.now } = options;
  const listeners = new Set<TokenListener>();
  const closing = new AbortController();
  let held: Held | null = null;
  let idToken = "";
  let retryMs: number = signInTimings.firstRetryMs;
  let renewing: Promise<void> | null = null;
  let cancelRenewal = () => {};

  function hold(changed: Held | null) {
    held = changed;
    cancelRenewal();
    if (held !== null) {
      ({ idToken } = held);
      retryMs = signInTimings.firstRetryMs;
      schedule(Math.max(held.lifeMs - signInTimings.renewBeforeEndMs, held.lifeMs / 2));
    }
    for (const listener of listeners) listener(held?.idToken ?? null);
  }

  function schedule(delayMs: number) {
    cancelRenewal = clock.after(delayMs, () => void renew().catch(() => {}));
  }

  /** The life of what is asked for starts no later than now. */
  async function ask(request: Promise<Tokens>): Promise<Held> {
    const [atMs, atWallMs] = [clock.now(), wall()];
    return { ...(await request), atMs, atWallMs };
  }

  /** A clock that stands still in a sleep, or is set back, has counted too little. */
  const ageMs = ({ atMs, atWallMs }: Held) => Math.max(clock.now() - atMs, wall() - atWallMs);

  function renew(): Promise<void> {
    renewing ??= runRenewal().finally(() => (renewing = null));
    return renewing;
  }

  async function runRenewal() {
    const renewed = held;
    if (renewed === null) return;
    cancelRenewal();
    try {
      const changed = await ask(requests.renew(renewed.refreshToken, closing.signal));
      if (held === renewed && !closing.signal.aborted) hold(changed);
    } catch (error) {
      // Another sign-in has begun meanwhile.
      if (held !== renewed || closing.signal.aborted) return;
      if (isRefusal(error)) hold(null);
      else {
        schedule(retryMs);
        retryMs = Math.min(2 * retryMs, signInTimings.longestRetryMs);
      }
      throw error;
    }
  }

  async function getToken(isRefreshForced = false) {
    if (held === null) return null;
    if (isRefreshForced || held.lifeMs - ageMs(held) < signInTimings.usableForMs) await renew();
    return held && { accessToken: held.idToken };
  }

  return {
    async start(customToken) {
      for (const pauseMs of [...signInTimings.signInRetriesMs, null]) {
        try {
          const begun = await ask(requests.exchange(customToken, closing.signal));
          return closing.signal.aborted ? undefined : hold(begun);
        } catch (error) {
          if (pauseMs === null || isRefusal(error) || closing.signal.aborted) throw error;
          await new Promise<void>((resolve) => clock.after(pauseMs, resolve));
        }
      }
    },
    take({ expiresIn, ...tokens }) {
      hold({ ...tokens, lifeMs: Number(expiresIn) * 1_000, atMs: clock.now(), atWallMs: wall() });
    },
    idToken: () => idToken,
    isHeld: () =>
      getToken().then(
        (token) => token !== null,
        (error: unknown) => !isRefusal(error),
      ),
    getToken,
    getUid: () => (held === null ? null : readUserID(held.idToken)),
    addAuthTokenListener(listener) {
      listeners.add(listener);
      queueMicrotask(() => listeners.has(listener) && listener(held?.idToken ?? null));
    },
    removeAuthTokenListener: (listener) => void listeners.delete(listener),
    close() {
      closing.abort();
      cancelRenewal();
      listeners.clear();
    },
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof SignInError && error.code === "refused";
}
