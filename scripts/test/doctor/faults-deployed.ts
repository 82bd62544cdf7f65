// What can be wrong with what is deployed, as Google tells it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../system/start-system.ts";
import type { Fault } from "./fault.ts";
import { fields, forbidden, functions, good, notFound, project } from "./google-answers.ts";

const at = "https://functions.example";
const rules = readFileSync(join(root, "firestore.rules"), "utf8");

export const faultsDeployed: readonly Fault[] = [
  {
    title: "no rules were ever deployed",
    answers: { release: notFound },
    fault: "rules: failed no-rules",
    cure: `npx firebase deploy --only firestore:rules --project ${project}`,
  },
  {
    title: "other rules are in force",
    answers: { ruleset: good({ source: { files: [{ content: rules.replace(/allow .*/, "allow read, write;") }] } }) },
    fault: "rules: failed other-rules",
    cure: "--only firestore:rules",
  },
  {
    title: "rules with something appended are in force",
    answers: { ruleset: good({ source: { files: [{ content: `${rules}\n// more\n` }] } }) },
    fault: "rules: failed other-rules",
    cure: "--only firestore:rules",
  },
  {
    title: "a TTL policy is missing",
    answers: { fields: good(fields({ leaseUntil: "none" })) },
    fault: "ttl: failed fields-differ",
    cure: `npx firebase deploy --only firestore:indexes --project ${project}`,
  },
  {
    title: "a TTL policy is broken",
    answers: { fields: good(fields({ leaseUntil: "NEEDS_REPAIR" })) },
    fault: "ttl: failed fields-differ",
    cure: "--only firestore:indexes",
  },
  {
    title: "a TTL policy is still being made",
    answers: { fields: good(fields({ leaseUntil: "CREATING" })) },
    fault: "ttl: unknown being-made",
    cure: "in an hour",
  },
  {
    title: "a field that needs no index has one",
    answers: { fields: good({ fields: fields().fields.slice(0, 3) }) },
    fault: "ttl: failed fields-differ",
    cure: "--only firestore:indexes",
  },
  {
    title: "no function is deployed",
    answers: { functions: good({}) },
    fault: "functions: failed not-deployed",
    cure: `npx firebase deploy --only functions --project ${project}`,
  },
  {
    title: "one function is not deployed",
    answers: { functions: good(functions(at, { connect: null })) },
    fault: "functions: failed not-deployed",
    cure: "--only functions",
  },
  {
    title: "the functions are in another region",
    answers: { functions: good(functions(at, {}, "us-central1")) },
    fault: "functions: failed other-region",
    cure: "--only functions",
  },
  {
    title: "a function has failed",
    answers: { functions: good(functions(at, { room: { state: "FAILED" } })) },
    fault: "functions: failed not-active",
    cure: "--only functions",
  },
  {
    title: "a function runs on an old Node",
    answers: { functions: good(functions(at, { room: { buildConfig: { runtime: "nodejs20" } } })) },
    fault: "functions: failed other-runtime",
    cure: "--only functions",
  },
  {
    title: "a deployment is under way",
    answers: { functions: good(functions(at, { room: { state: "DEPLOYING" } })) },
    fault: "functions: unknown being-made",
    cure: "when it has ended",
  },
  {
    title: "the functions are hidden from the account",
    answers: { functions: forbidden },
    fault: "functions: unknown forbidden",
    cure: "roles/cloudfunctions.viewer",
  },
  {
    title: "nothing starts the sweep",
    answers: { job: notFound },
    fault: "schedule: failed no-job",
    cure: `npx firebase deploy --only functions:sweep --project ${project}`,
  },
  {
    title: "the sweep is paused",
    answers: { job: good({ state: "PAUSED" }) },
    fault: "schedule: failed job-stopped",
    cure: "gcloud scheduler jobs resume firebase-schedule-sweep-europe-west1 --location europe-west1",
  },
  {
    title: "the sweep fails",
    answers: { job: good({ state: "ENABLED", status: { code: 13 }, lastAttemptTime: "2026-01-02T03:00:00Z" }) },
    fault: "schedule: failed sweep-fails",
    cure: "https://console.cloud.google.com/logs/query",
  },
];
