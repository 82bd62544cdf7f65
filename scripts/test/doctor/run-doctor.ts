// The program itself, with the login of the Firebase CLI in a home of its own.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../system/start-system.ts";
import { accessToken, project } from "./google-answers.ts";
import type { Google } from "./google-imitation.ts";

/** What `firebase login` leaves, as the CLI stores it (configstore). */
export const signedIn = {
  user: { email: "anna@example.com" },
  tokens: {
    access_token: accessToken,
    refresh_token: "1//imitated",
    scopes: [] as string[],
    expires_at: Date.now() + 3_600_000,
  },
};

interface Run {
  readonly code: number;
  /** What it prints, also its errors. */
  readonly output: string;
}

export function runDoctor(
  { port }: Pick<Google, "port">,
  args: readonly string[],
  { login = signedIn, env = {} }: { login?: object; env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const home = mkdtempSync(join(tmpdir(), "meetogram-login-"));
  mkdirSync(join(home, "configstore"));
  writeFileSync(join(home, "configstore", "firebase-tools.json"), JSON.stringify(login));
  const { PATH = "", SystemRoot = "" } = process.env;
  const options = {
    cwd: root,
    env: {
      ...{ PATH, SystemRoot, HOME: home, XDG_CONFIG_HOME: home, CI: "1", METADATA_SERVER_DETECTION: "none" },
      ...{ DOCTOR_IMITATION_PORT: String(port), ...env },
    },
  };
  const named = args.includes("--project") ? args : ["--project", project, ...args];
  return new Promise((resolve) => {
    const script = join(root, "scripts", "bootstrap.mjs");
    execFile(process.execPath, [script, "doctor/main", ...named], options, (error, stdout, stderr) => {
      rmSync(home, { recursive: true, force: true });
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}
