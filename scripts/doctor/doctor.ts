// What every check is handed: the questions it may ask, and what has been learned already.
import { googleClient, type Google } from "./google.ts";
import type { Login } from "./sign-in.ts";
import type { Tree } from "./tree.ts";

export interface Options {
  /** The ID of the project. */
  readonly project: string;
  /** In `.firebaserc`, if the caller named one. */
  readonly alias?: string | undefined;
  readonly tree: Tree;
  readonly isBefore: boolean;
  /** The origin of the site, if not the one that Hosting gives. */
  readonly site?: string | undefined;
  /** Throws NotKnown, or SignedOut. */
  readonly signIn: () => Promise<Login>;
  /** Where a host of Google is asked; in tests, an imitation. */
  readonly originOf?: (host: string) => string;
  readonly timeoutMs?: number;
  /** Certificates of TURN servers that are trusted besides the usual ones. */
  readonly authorities?: readonly string[];
}

export interface Doctor extends Options {
  readonly google: Google;
  readonly timeoutMs: number;
  /** Reads what several checks need, once. */
  once<T>(name: string, read: () => Promise<T>): Promise<T>;
  readLogin(): Promise<Login>;
}

/** As long as a function may take: the first request starts it. */
const defaultTimeoutMs = 30_000;

export function createDoctor(options: Options): Doctor {
  const { project, signIn, originOf = (host) => `https://${host}`, timeoutMs = defaultTimeoutMs } = options;
  const known = new Map<string, Promise<unknown>>();
  function once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const found = known.get(name) ?? read();
    known.set(name, found);
    return found as Promise<T>;
  }
  const readLogin = () => once("login", signIn);
  return {
    ...options,
    timeoutMs,
    once,
    readLogin,
    google: googleClient({ project, originOf, timeoutMs, accessToken: async () => (await readLogin()).accessToken }),
  };
}
