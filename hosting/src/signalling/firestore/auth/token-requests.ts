// The two requests that a sign-in needs: a custom token for the first ID token, and a refresh token
// for each further one. They carry what Firebase's own SDK sends that a server may judge.
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/accounts/signInWithCustomToken
// https://cloud.google.com/identity-platform/docs/use-rest-api#section-refresh-token
import * as v from "valibot";

export interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string;
  readonly lifeMs: number;
}

type SignInErrorCode = "no-answer" | "unavailable" | "refused";

/**
 * "no-answer": nothing came, or it came from somebody else, such as a captive portal.
 * "unavailable": the server cannot answer now. "refused": the same request will not help.
 */
export class SignInError extends Error {
  readonly code: SignInErrorCode;

  constructor(code: SignInErrorCode, options: { message?: string | undefined; cause?: unknown } = {}) {
    super(`Sign-in: ${options.message ?? code}`, options);
    this.name = "SignInError";
    this.code = code;
  }
}

export interface TokenRequests {
  /** Rejects with a SignInError, as the other one does. */
  exchange(customToken: string, signal: AbortSignal): Promise<Tokens>;
  renew(refreshToken: string, signal: AbortSignal): Promise<Tokens>;
}

const Lifetime = v.pipe(v.string(), v.transform(Number), v.minValue(1));
const Exchanged = v.object({ idToken: v.string(), refreshToken: v.string(), expiresIn: Lifetime });
const Renewed = v.object({ id_token: v.string(), refresh_token: v.string(), expires_in: Lifetime });
const Refusal = v.object({ error: v.object({ message: v.string() }) });

/** As long as the SDK waits. */
const answerWithinMs = 30_000;

export function createTokenRequests(options: {
  apiKey: string;
  /** The emulator's origin, if there is one. */
  emulator?: string | undefined;
  /** Undefined where App Check is off. */
  appCheckToken: () => string | undefined;
}): TokenRequests {
  const { apiKey, emulator } = options;
  const origin = emulator === undefined ? "https:/" : emulator;

  async function post<Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    [type, body]: readonly [type: string, body: string],
    signal: AbortSignal,
  ): Promise<v.InferOutput<Schema>> {
    const appCheck = options.appCheckToken();
    let status: number;
    let answer: unknown;
    try {
      const response = await fetch(`${origin}/${path}?key=${encodeURIComponent(apiKey)}`, {
        method: "POST",
        headers: {
          "content-type": `application/${type}`,
          ...(appCheck !== undefined && { "x-firebase-appcheck": appCheck }),
        },
        body,
        referrerPolicy: "no-referrer",
        signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
      });
      ({ status } = response);
      answer = await response.json();
    } catch (cause) {
      throw new SignInError("no-answer", { cause });
    }
    if (status >= 400) {
      const refusal = v.safeParse(Refusal, answer);
      const message = refusal.success ? refusal.output.error.message : `HTTP ${status}`;
      throw new SignInError(status >= 500 || status === 429 ? "unavailable" : "refused", { message });
    }
    const parsed = v.safeParse(schema, answer);
    if (!parsed.success) throw new SignInError("no-answer", { message: `No tokens in an answer with HTTP ${status}` });
    return parsed.output;
  }

  return {
    async exchange(customToken, signal) {
      const path = "identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken";
      const body = JSON.stringify({ token: customToken, returnSecureToken: true });
      const { idToken, refreshToken, expiresIn } = await post(Exchanged, path, ["json", body], signal);
      return { idToken, refreshToken, lifeMs: expiresIn * 1_000 };
    },
    async renew(refreshToken, signal) {
      const path = "securetoken.googleapis.com/v1/token";
      const body = String(new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }));
      const renewed = await post(Renewed, path, ["x-www-form-urlencoded", body], signal);
      return { idToken: renewed.id_token, refreshToken: renewed.refresh_token, lifeMs: renewed.expires_in * 1_000 };
    },
  };
}
