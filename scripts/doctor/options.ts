// The options of `npm run doctor`.
import { parseArgs } from "node:util";

export const help = `npm run doctor -- --project ID    look at a deployment, and at what it needs
  --before        only at what a deployment needs beforehand
  --site URL      the site's address, if it is not https://ID.web.app
  --json          print JSON (npm run --silent doctor -- …)

It uses the login of the Firebase CLI (npx firebase login), or GOOGLE_APPLICATION_CREDENTIALS. It
only reads. Exit code: 0 if everything was seen to be well, 1 if not, 2 if the options are wrong.`;

/** The options are wrong. */
export class Misuse extends Error {}

export interface Wanted {
  /** An ID, or a name that .firebaserc gives one. */
  readonly project: string;
  readonly isBefore: boolean;
  readonly site: string | undefined;
  readonly isJson: boolean;
}

const isLocal = ({ hostname }: URL): boolean => hostname === "127.0.0.1" || hostname === "localhost";

function parseSite(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSecure = url?.protocol === "https:" || (url?.protocol === "http:" && isLocal(url));
  if (url === null || !isSecure || url.href !== `${url.origin}/`) {
    throw new Misuse(`--site ${text} is no address of a site, like https://meet.example.`);
  }
  return url.origin;
}

/** Null if help is wanted. Throws Misuse. */
export function parseOptions(args: readonly string[]): Wanted | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        project: { type: "string" },
        before: { type: "boolean", default: false },
        site: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return null;
    if (values.project === undefined) throw new Misuse("Name the project: --project ID.");
    if (values.before && values.site !== undefined) throw new Misuse("--before looks at no site: leave --site out.");
    const site = values.site === undefined ? undefined : parseSite(values.site);
    return { project: values.project, isBefore: values.before, site, isJson: values.json };
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse((error as Error).message);
  }
}

/** https://cloud.google.com/resource-manager/docs/creating-managing-projects#before_you_begin */
export function checkProjectID(project: string): string {
  if (project.startsWith("demo-")) throw new Misuse(`${project} is a project of the emulators only. Name a real one.`);
  if (!/^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(project)) {
    throw new Misuse(`${project} is no ID of a project: 6 to 30 lower-case letters, digits and hyphens.`);
  }
  return project;
}
