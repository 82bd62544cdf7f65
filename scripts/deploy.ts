// `npm run deploy -- --project ID`: what a deployment needs, in order, up to the first failure.
// Whatever else is said goes to `firebase deploy`: npm run deploy -- --project ID --only hosting
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { Failure, runScript } from "./system/failure.ts";

const root = dirname(import.meta.dirname);
const help = `npm run deploy -- --project ID     check the project, run the tests, deploy, check the site
npm run deploy -- --project ID --only hosting
                                   likewise; the rest goes to firebase deploy (its --help lists it)`;

/** What opens the project. The tests, and all that they import, have no business with it. */
const credentials = ["GOOGLE_APPLICATION_CREDENTIALS", "FIREBASE_TOKEN", "GCLOUD_PROJECT", "GOOGLE_CLOUD_PROJECT"];

interface Step {
  readonly command: readonly [program: string, ...args: string[]];
  readonly isWithoutCredentials?: boolean;
  /** What a person does about a failure. */
  readonly remedy: string;
}

function findProject(args: readonly string[]): string {
  const at = args.findIndex((arg) => /^(?:--project|-P)(?:=|$)/.test(arg));
  const [, inline] = /^[^=]+=(.*)$/s.exec(args[at] ?? "") ?? [];
  const project = inline ?? (at < 0 ? undefined : args[at + 1]);
  if (project === undefined || project === "" || project.startsWith("-")) {
    throw new Failure(`Name the Firebase project (npx firebase projects:list shows yours).\n\n${help}`);
  }
  if (project.startsWith("demo-")) {
    throw new Failure(`${project} exists in the emulators only: Firebase reserves names that begin with demo-.`);
  }
  return project;
}

function listSteps(args: readonly string[]): readonly Step[] {
  const project = findProject(args);
  const doctor = ["npm", "run", "doctor", "--", "--project", project] as const;
  const steps: Step[] = [
    {
      command: [...doctor, "--before"],
      remedy: "Nothing was deployed. Do what the check says about the project, then run the same command again.",
    },
    {
      command: ["npm", "test"],
      isWithoutCredentials: true,
      remedy: "Nothing was deployed. Mend what fails, or deploy an earlier version (docs/deploy.md, Go back).",
    },
    {
      command: ["npx", "firebase", "deploy", ...args],
      remedy:
        "The deployment stopped halfway: parts of it may be live. Mend what Firebase names and run the same command again, or go back (docs/deploy.md, Go back).",
    },
  ];
  if (args.includes("--dry-run")) return steps;
  return [
    ...steps,
    {
      command: doctor,
      remedy:
        "It is deployed, and the check of the site failed. Do what it says, or go back (docs/deploy.md, Go back).",
    },
  ];
}

function run({ command: [program, ...args], isWithoutCredentials = false }: Step): Promise<number> {
  const isWindows = process.platform === "win32";
  const env = { ...process.env };
  if (isWithoutCredentials) for (const name of credentials) delete env[name];
  return new Promise((resolve, reject) => {
    const child = spawn(isWindows ? `${program}.cmd` : program, args, {
      cwd: root,
      stdio: "inherit",
      env,
      shell: isWindows,
    });
    child.on("error", (error) => reject(new Failure(`${program} could not be started (${error.message}).`)));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

await runScript(async () => {
  const args = process.argv.slice(2);
  if (args.includes("--help")) {
    console.log(help);
    return 0;
  }
  const steps = listSteps(args);
  for (const [index, step] of steps.entries()) {
    const said = step.command.join(" ");
    console.log(`\n${index + 1}/${steps.length}  ${said}`);
    if ((await run(step)) !== 0) throw new Failure(`\n${said} failed. ${step.remedy}`);
  }
  return 0;
});
