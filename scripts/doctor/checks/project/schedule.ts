// Cloud Scheduler starts the sweep, which erases rooms.
import * as v from "valibot";
import type { Check } from "../../check.ts";
import { commandToDeploy, logPage } from "../../cures.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import { ok } from "../../finding.ts";

const Job = v.object({
  state: v.string(),
  lastAttemptTime: v.optional(v.string()),
  /** Of the last attempt: google.rpc.Status, not above 0 if it succeeded, or there was none. */
  status: v.optional(v.object({ code: v.optional(v.number(), 0) }), {}),
});

export const scheduleCheck: Check = {
  id: "schedule",
  what: "Sweep",
  needs: ["parameters", "project", "apis/cloudscheduler", "functions"],
  async run(doctor) {
    const { google, project } = doctor;
    const { region } = await parametersOf(doctor);
    // The Firebase CLI gives it this name.
    const name = `firebase-schedule-sweep-${region}`;
    const at = `cloudscheduler.googleapis.com/v1/projects/${project}/locations/${region}/jobs/${name}`;
    const job = await google.read({ at, role: "roles/cloudscheduler.viewer" }, Job);
    const cause = "Rooms that have expired would never be erased.";
    if (job === null) {
      const cure = commandToDeploy(project, "functions:sweep");
      return { mark: "failed", code: "no-job", says: `there is no job ${name}`, cause, cure };
    }
    if (job.state !== "ENABLED") {
      const cure = `gcloud scheduler jobs resume ${name} --location ${region} --project ${project}`;
      return { mark: "failed", code: "job-stopped", says: `the job is ${job.state}`, cause, cure };
    }
    if (job.status.code > 0) {
      const cure = logPage(project, 'resource.labels.service_name="sweep"');
      return {
        mark: "failed",
        code: "sweep-fails",
        says: `its last run failed (code ${job.status.code})`,
        cause,
        cure,
      };
    }
    return ok(job.lastAttemptTime === undefined ? "it has not run yet" : `last run ${job.lastAttemptTime}`);
  },
};
