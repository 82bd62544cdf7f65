// What can be wrong before a deployment.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SignedOut } from "../../doctor/sign-in.ts";
import { root } from "../../system/start-system.ts";
import type { Fault } from "./fault.ts";
import {
  account,
  apiOff,
  appID,
  database,
  forbidden,
  good,
  notFound,
  policy,
  project,
  refusal,
  services,
} from "./google-answers.ts";

const config = readFileSync(join(root, "firebase.json"), "utf8");
const ownEnv = `functions/.env.${project}`;

export const faultsBefore: readonly Fault[] = [
  {
    title: "nobody is signed in",
    visit: { options: { signIn: () => Promise.reject(new SignedOut("Nobody is signed in.")) } },
    fault: "sign-in: failed signed-out",
    cure: "npx firebase login",
  },
  {
    title: "Google refuses the login",
    visit: { options: { signIn: async () => ({ who: "anna@example.com", accessToken: "ya29.old" }) } },
    fault: "project: unknown login-refused",
    cure: "npx firebase login --reauth",
  },
  {
    title: "the project cannot be seen",
    answers: { project: forbidden },
    fault: "project: unknown forbidden",
    cure: "npx firebase projects:list",
  },
  {
    title: "the project has no Firebase",
    answers: { project: notFound },
    fault: "project: failed no-firebase",
    cure: `npx firebase projects:addfirebase ${project}`,
  },
  {
    title: "the project is being deleted",
    answers: { project: good({ projectNumber: "1", state: "DELETED" }) },
    fault: "project: failed project-deleted",
    cure: "https://console.cloud.google.com/cloud-resource-manager",
  },
  {
    title: "a network that does not answer",
    answers: { project: "silence" },
    visit: { options: { timeoutMs: 300 } },
    fault: "project: unknown no-answer",
    cure: "network",
  },
  {
    title: "a page of the network instead of JSON",
    answers: { project: { status: 200, body: "<!doctype html><title>Log in to the guest network</title>" } },
    fault: "project: unknown not-json",
    cure: "another network",
  },
  {
    title: "a network without a way to Google",
    visit: { options: { originOf: () => "http://nowhere.invalid" } },
    fault: "project: unknown unreachable",
    cure: "network",
  },
  {
    title: "billing is off",
    answers: { billing: good({ name: `projects/${project}/billingInfo`, projectId: project }) },
    fault: "billing: failed billing-off",
    cure: `https://console.firebase.google.com/project/${project}/usage/details`,
  },
  {
    title: "the billing API is off where it is asked for",
    answers: { billing: apiOff("cloudbilling.googleapis.com") },
    fault: "billing: unknown api-off",
    cure: "gcloud services enable cloudbilling.googleapis.com --project 123456789012",
  },
  {
    title: "an API is off that nothing enables",
    answers: { services: good(services(["iamcredentials"])) },
    fault: "apis: failed apis-off",
    cure: `gcloud services enable iamcredentials.googleapis.com --project ${project}`,
  },
  {
    title: "an API of the functions is off",
    answers: { services: good(services(["cloudscheduler", "run"])) },
    fault: "apis: failed apis-off",
    cure: "gcloud services enable run.googleapis.com cloudscheduler.googleapis.com",
  },
  {
    title: "a new project, in which every API is off",
    answers: {
      services: good(services(["firestore", "firebaserules", "identitytoolkit", "iamcredentials", "cloudfunctions"])),
    },
    fault: "apis: failed apis-off",
    cure: "firestore.googleapis.com firebaserules.googleapis.com",
  },
  {
    title: "the APIs are hidden from the account",
    answers: { services: forbidden },
    fault: "apis: unknown forbidden",
    cure: "roles/serviceusage.serviceUsageConsumer",
  },
  {
    title: "the account may not use the project's quota",
    answers: {
      auth: refusal(403, "PERMISSION_DENIED", "Caller does not have required permission to use project.", [
        { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "USER_PROJECT_DENIED" },
      ]),
    },
    fault: "auth: unknown forbidden",
    cure: "roles/serviceusage.serviceUsageConsumer",
  },
  {
    title: "Google has a fault of its own",
    answers: { billing: refusal(503, "UNAVAILABLE", "The service is currently unavailable.") },
    fault: "billing: unknown google-failed",
    cure: "again in a few minutes",
  },
  {
    title: "there is no database",
    answers: { database: notFound },
    fault: "firestore: failed no-database",
    cure: `npx firebase firestore:databases:create "(default)" --location europe-west1 --project ${project}`,
  },
  {
    title: "the database is in Datastore mode",
    answers: { database: good(database({ type: "DATASTORE_MODE" })) },
    fault: "firestore: failed not-native",
    cure: "another project",
  },
  {
    title: "the database is on another continent",
    answers: { database: good(database({ locationId: "nam5" })) },
    fault: "firestore: failed far-away",
    cure: `REGION near nam5 in functions/.env.${project}`,
  },
  {
    title: "the database is told in an unknown form",
    answers: { database: good({ location: "eur3" }) },
    fault: "firestore: unknown unexpected-answer",
    cure: "again",
  },
  {
    title: "Authentication is not initialized",
    // https://github.com/GoogleCloudPlatform/gsutil/issues/1575
    answers: { auth: refusal(404, "NOT_FOUND", "CONFIGURATION_NOT_FOUND") },
    fault: "auth: failed auth-not-initialized",
    cure: `https://console.firebase.google.com/project/${project}/authentication`,
  },
  {
    title: "the functions' account may not sign",
    answers: { accountPolicy: good({ etag: "ACAB" }) },
    fault: "signing: failed may-not-sign",
    cure: `gcloud iam service-accounts add-iam-policy-binding ${account} --project ${project} --member serviceAccount:${account}`,
  },
  {
    title: "only another account may sign",
    answers: { accountPolicy: good(policy(["roles/iam.serviceAccountTokenCreator", "user:anna@example.com"])) },
    fault: "signing: failed may-not-sign",
    cure: "--role roles/iam.serviceAccountTokenCreator",
  },
  {
    title: "the functions' account is not there yet",
    answers: { accountPolicy: notFound },
    fault: "signing: failed no-account",
    cure: `npx firebase deploy --only functions --project ${project}`,
  },
  {
    title: "the account's roles are hidden",
    answers: { accountPolicy: forbidden },
    fault: "signing: unknown forbidden",
    cure: "roles/iam.securityReviewer",
  },
  {
    title: "no web app is registered",
    answers: { webApps: good({}) },
    fault: "web-app: failed no-web-app",
    cure: `npx firebase apps:create WEB meetogram --project ${project}`,
  },
  {
    title: "App Check names an app of another project",
    visit: { files: { [ownEnv]: "APP_CHECK_APP_ID=1:999:web:abc\n" } },
    answers: {
      services: good(services([], ["firebaseappcheck"])),
    },
    fault: "web-app: failed other-app",
    cure: appID,
  },
  {
    title: "App Check is on, and its API off",
    visit: { files: { [ownEnv]: `APP_CHECK_APP_ID=${appID}\n` } },
    fault: "apis: failed apis-off",
    cure: "gcloud services enable firebaseappcheck.googleapis.com",
  },
  {
    title: "a line of the parameters cannot be read",
    visit: { files: { [ownEnv]: "TURN_SECRET some secret\n" } },
    fault: "parameters: failed parameters-unreadable",
    cure: "NAME=value",
  },
  {
    title: "a parameter is no number",
    visit: { files: { [ownEnv]: "MAX_INSTANCES=many\n" } },
    fault: "parameters: failed parameter-wrong",
    cure: ownEnv,
  },
  {
    title: "a TURN server has no secret",
    visit: { files: { [ownEnv]: "TURN_URLS=turn:turn.example\n" } },
    fault: "parameters: failed parameter-wrong",
    cure: ownEnv,
  },
  {
    title: "REGION was changed, the rewrites were not",
    visit: { files: { "firebase.json": config.replaceAll("europe-west1", "europe-west3") } },
    fault: "rewrites: failed other-region",
    cure: '"region": "europe-west1"',
  },
  {
    title: "a rewrite is missing",
    visit: { files: { "firebase.json": config.replaceAll('"connect"', '"room"') } },
    fault: "rewrites: failed no-rewrite",
    cure: "git diff firebase.json",
  },
];
