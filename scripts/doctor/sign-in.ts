// The login of the Firebase CLI, or a machine's own (GOOGLE_APPLICATION_CREDENTIALS, workload
// identity): what `firebase deploy` itself would use. The CLI has no command that gives a token, so
// its own modules are asked. Their version is pinned, and a test runs them.
import { createRequire } from "node:module";
import { ask } from "./ask.ts";
import { NotKnown } from "./finding.ts";

export interface Login {
  readonly who: string;
  /** Never printed, and sent to Google only. */
  readonly accessToken: string;
}

/** Nobody is signed in. */
export class SignedOut extends Error {}

interface Account {
  readonly user: { readonly email: string };
  readonly tokens: { readonly refresh_token?: string };
}

interface Cli {
  readonly auth: { getProjectDefaultAccount(folder: string): Account | undefined };
  readonly requireAuth: { requireAuth(options: object): Promise<string | null> };
  readonly api: { getAccessToken(): Promise<string> };
  readonly origins: { googleOrigin(): string };
}

function loadCli(): Cli {
  const load = createRequire(import.meta.url);
  return {
    auth: load("firebase-tools/lib/auth") as Cli["auth"],
    requireAuth: load("firebase-tools/lib/requireAuth") as Cli["requireAuth"],
    api: load("firebase-tools/lib/apiv2") as Cli["api"],
    origins: load("firebase-tools/lib/api") as Cli["origins"],
  };
}

async function askCli(root: string, project: string, timeoutMs: number): Promise<Login> {
  const cli = loadCli();
  const account = cli.auth.getProjectDefaultAccount(root);
  const expired = "The login has expired, or was revoked.";
  let accessToken: string;
  let who: string | null;
  try {
    who = await cli.requireAuth.requireAuth({ project, projectRoot: root, ...account });
    accessToken = await cli.api.getAccessToken();
  } catch {
    if (process.env["GOOGLE_APPLICATION_CREDENTIALS"] !== undefined && account === undefined) {
      throw new SignedOut("GOOGLE_APPLICATION_CREDENTIALS gives no token: the file is wrong, or the network.");
    }
    if (account === undefined) throw new SignedOut("Nobody is signed in.");
    // The CLI says the same of a network that fails. This throws then.
    await ask(cli.origins.googleOrigin(), {}, { timeoutMs, name: "www.googleapis.com" });
    throw new SignedOut(expired);
  }
  // The CLI takes a refresh token that Google has refused for an access token.
  if (!accessToken || accessToken === account?.tokens.refresh_token) throw new SignedOut(expired);
  return { who: who ?? "a token of the environment", accessToken };
}

/** Throws SignedOut, or NotKnown if nothing answers. */
export async function signIn(root: string, project: string, timeoutMs: number): Promise<Login> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const because = `the Firebase CLI got no token within ${timeoutMs / 1000} s`;
      reject(new NotKnown("no-answer", because, "Look at this computer's network, then ask the doctor again."));
    }, timeoutMs);
  });
  try {
    return await Promise.race([askCli(root, project, timeoutMs), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
