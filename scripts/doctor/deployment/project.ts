// The project as Firebase knows it. Checks that need it come after the one that tells of it.
import * as v from "valibot";
import type { Doctor } from "../doctor.ts";
import { NotKnown } from "../finding.ts";

const Project = v.object({
  projectNumber: v.string(),
  state: v.optional(v.string(), "ACTIVE"),
  resources: v.optional(v.object({ hostingSite: v.optional(v.string()) }), {}),
});

export type Project = v.InferOutput<typeof Project>;

/** Null if it has no Firebase. */
export function findProject(doctor: Doctor): Promise<Project | null> {
  const at = `firebase.googleapis.com/v1beta1/projects/${doctor.project}`;
  return doctor.once("project", () => doctor.google.read({ at }, Project));
}

export async function readProject(doctor: Doctor): Promise<Project> {
  const project = await findProject(doctor);
  if (project === null) throw new NotKnown("no-project", "there is no such project", "Look at the check above.");
  return project;
}
