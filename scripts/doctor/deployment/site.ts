// The deployed site, asked as anybody would: without a login.
import { randomUUID } from "node:crypto";
import { ask, type Answer } from "../ask.ts";
import type { Doctor } from "../doctor.ts";
import { findProject } from "./project.ts";

export interface Site {
  readonly origin: string;
  /** Of a room that does not exist. */
  readonly room: string;
  /** The path is sent as it is. Redirects are followed. */
  read(path: string, init?: RequestInit): Promise<Answer>;
}

/** Where Hosting serves the project: its default site usually has the project's name. */
async function findDefaultSite(doctor: Doctor): Promise<string> {
  const project = await findProject(doctor).catch(() => null);
  return `https://${project?.resources.hostingSite ?? doctor.project}.web.app`;
}

export function siteOf(doctor: Doctor): Promise<Site> {
  return doctor.once("site", async () => {
    const { origin, host } = new URL(doctor.site ?? (await findDefaultSite(doctor)));
    return {
      origin,
      room: randomUUID(),
      read: (path, init = {}) => ask(origin + path, init, { timeoutMs: doctor.timeoutMs, name: host }),
    };
  });
}

/** The answer's stable code, if it has the form of this project's errors. */
export function codeOf({ text }: Answer): string | undefined {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Shortens what stands in a page or an answer to a kind. */
export function kindOf({ status, text }: Answer): string {
  const code = codeOf({ text } as Answer);
  if (code !== undefined) return `${status} ${code}`;
  return `${status} with ${/^\s*</.test(text) ? "a page (HTML)" : "something else than JSON"}`;
}
