// What Google answers about a healthy project, in the forms of the pages that are named here, and
// some other answers.

export const project = "my-meetings";
export const accessToken = "ya29.imitated";
const number = "123456789012";
export const account = `${number}-compute@developer.gserviceaccount.com`;
export const appID = `1:${number}:web:0123456789abcdef`;
export const region = "europe-west1";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** By method and address without a query. */
export type Answers = Map<string, Answer | "silence">;

/** What the imitated project is. */
export interface Situation {
  readonly rules: string;
  /** Where the functions answer. */
  readonly functionsAt: string;
}

/** https://cloud.google.com/apis/design/errors#error_model */
export function refusal(code: number, status: string, message: string, details: readonly object[] = []): Answer {
  return { status: code, body: { error: { code, message, status, details } } };
}

export const good = (body: object): Answer => ({ status: 200, body });

export const forbidden = refusal(403, "PERMISSION_DENIED", "The caller does not have permission");
export const notFound = refusal(404, "NOT_FOUND", "Requested entity was not found.");

/** https://cloud.google.com/service-usage/docs/reference/rest/Shared.Types/ErrorReason */
export const apiOff = (service: string): Answer =>
  refusal(403, "PERMISSION_DENIED", `${service} has not been used in project ${number} before or it is disabled.`, [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "SERVICE_DISABLED",
      domain: "googleapis.com",
      metadata: { service, consumer: `projects/${number}` },
    },
  ]);

export const addresses = {
  project: `GET firebase.googleapis.com/v1beta1/projects/${project}`,
  webApps: `GET firebase.googleapis.com/v1beta1/projects/${project}/webApps`,
  billing: `GET cloudbilling.googleapis.com/v1/projects/${project}/billingInfo`,
  services: `GET serviceusage.googleapis.com/v1/projects/${project}/services:batchGet`,
  database: `GET firestore.googleapis.com/v1/projects/${project}/databases/(default)`,
  fields: `GET firestore.googleapis.com/v1/projects/${project}/databases/(default)/collectionGroups/-/fields`,
  auth: `GET identitytoolkit.googleapis.com/admin/v2/projects/${project}/config`,
  accountPolicy: `POST iam.googleapis.com/v1/projects/${project}/serviceAccounts/${account}:getIamPolicy`,
  projectPolicy: `POST cloudresourcemanager.googleapis.com/v1/projects/${project}:getIamPolicy`,
  editor: "GET iam.googleapis.com/v1/roles/editor",
  signer: `GET iam.googleapis.com/v1/projects/${project}/roles/signer`,
  release: `GET firebaserules.googleapis.com/v1/projects/${project}/releases/cloud.firestore`,
  ruleset: `GET firebaserules.googleapis.com/v1/projects/${project}/rulesets/4f1c8a52`,
  functions: `GET cloudfunctions.googleapis.com/v2/projects/${project}/locations/-/functions`,
  job: `GET cloudscheduler.googleapis.com/v1/projects/${project}/locations/${region}/jobs/firebase-schedule-sweep-${region}`,
} as const;

const apis = [
  ...["firestore", "firebaserules", "identitytoolkit", "securetoken", "iamcredentials", "cloudfunctions", "run"],
  ...["cloudbuild", "artifactregistry", "eventarc", "pubsub", "storage", "cloudscheduler"],
];

/** https://cloud.google.com/service-usage/docs/reference/rest/v1/services/batchGet */
export function services(off: readonly string[] = [], more: readonly string[] = []): object {
  return {
    services: [...apis, ...more].map((api) => ({
      name: `projects/${number}/services/${api}.googleapis.com`,
      config: { name: `${api}.googleapis.com` },
      state: off.includes(api) ? "DISABLED" : "ENABLED",
      parent: `projects/${number}`,
    })),
  };
}

/** https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases */
export const database = (changes: object = {}): object => ({
  name: `projects/${project}/databases/(default)`,
  uid: "0f7c3e0c-9c5b-4f0a-8b0a-3a1d5a6c8e11",
  locationId: "eur3",
  type: "FIRESTORE_NATIVE",
  concurrencyMode: "PESSIMISTIC",
  deleteProtectionState: "DELETE_PROTECTION_DISABLED",
  ...changes,
});

/** https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.collectionGroups.fields */
export function fields(ttl: Readonly<Record<string, string>> = {}): { fields: object[] } {
  const parent = `projects/${project}/databases/(default)/collectionGroups`;
  const ascending = (fieldPath: string) => ({
    queryScope: "COLLECTION",
    fields: [{ fieldPath, order: "ASCENDING" }],
    state: "READY",
  });
  const leaseUntil = { state: ttl["leaseUntil"] ?? "ACTIVE" };
  return {
    fields: [
      { name: `${parent}/__default__/fields/*`, indexConfig: { indexes: [ascending("*")] } },
      {
        name: `${parent}/users/fields/leaseUntil`,
        indexConfig: { indexes: [ascending("leaseUntil")] },
        ...(leaseUntil.state === "none" ? {} : { ttlConfig: leaseUntil }),
      },
      { name: `${parent}/inbox/fields/expireAt`, indexConfig: {}, ttlConfig: { state: "ACTIVE" } },
      { name: `${parent}/inbox/fields/payload`, indexConfig: {} },
    ],
  };
}

/** https://cloud.google.com/functions/docs/reference/rest/v2/projects.locations.functions */
export function functions(
  at: string,
  changes: Readonly<Record<string, object | null>> = {},
  where = region,
): { functions: object[] } {
  const ids = ["create", "connect", "generateID", "room", "appCheck", "sweep"];
  return {
    functions: ids
      .filter((id) => changes[id] !== null)
      .map((id) => ({
        name: `projects/${project}/locations/${where}/functions/${id}`,
        buildConfig: { runtime: "nodejs22", entryPoint: id },
        serviceConfig: {
          service: `projects/${project}/locations/${where}/services/${id.toLowerCase()}`,
          uri: `${at}/${id}`,
          serviceAccountEmail: account,
          environmentVariables: { REGION: where },
        },
        state: "ACTIVE",
        environment: "GEN_2",
        url: `${at}/${id}`,
        ...changes[id],
      })),
  };
}

/** https://cloud.google.com/iam/docs/reference/rest/v1/Policy */
export const policy = (...bindings: readonly (readonly [string, string])[]): object => ({
  version: 1,
  etag: "BwYtZ0v7c2M=",
  bindings: bindings.map(([role, member]) => ({ role, members: [member] })),
});

export function healthy({ rules, functionsAt }: Situation): Answers {
  const bodies: Record<string, object> = {
    /** https://firebase.google.com/docs/reference/firebase-management/rest/v1beta1/projects */
    [addresses.project]: {
      projectId: project,
      projectNumber: number,
      displayName: "My meetings",
      name: `projects/${project}`,
      resources: { hostingSite: project },
      state: "ACTIVE",
    },
    /** https://firebase.google.com/docs/reference/firebase-management/rest/v1beta1/projects.webApps */
    [addresses.webApps]: {
      apps: [{ name: `projects/${project}/webApps/${appID}`, appId: appID, projectId: project, state: "ACTIVE" }],
    },
    /** https://cloud.google.com/billing/docs/reference/rest/v1/ProjectBillingInfo */
    [addresses.billing]: {
      name: `projects/${project}/billingInfo`,
      projectId: project,
      billingAccountName: "billingAccounts/012345-567890-ABCDEF",
      billingEnabled: true,
    },
    [addresses.services]: services(),
    [addresses.database]: database(),
    [addresses.fields]: fields(),
    /** https://cloud.google.com/identity-platform/docs/reference/rest/v2/Config */
    [addresses.auth]: {
      name: `projects/${number}/config`,
      authorizedDomains: [`${project}.web.app`],
      subtype: "FIREBASE_AUTH",
    },
    [addresses.accountPolicy]: policy(["roles/iam.serviceAccountTokenCreator", `serviceAccount:${account}`]),
    [addresses.projectPolicy]: policy(["roles/editor", `serviceAccount:${account}`]),
    /** https://cloud.google.com/iam/docs/reference/rest/v1/roles */
    [addresses.editor]: { name: "roles/editor", includedPermissions: ["iam.serviceAccounts.actAs"] },
    [addresses.signer]: {
      name: `projects/${project}/roles/signer`,
      includedPermissions: ["iam.serviceAccounts.signBlob"],
    },
    /** https://firebase.google.com/docs/reference/rules/rest/v1/projects.releases */
    [addresses.release]: {
      name: `projects/${project}/releases/cloud.firestore`,
      rulesetName: `projects/${project}/rulesets/4f1c8a52`,
    },
    /** https://firebase.google.com/docs/reference/rules/rest/v1/projects.rulesets */
    [addresses.ruleset]: {
      name: `projects/${project}/rulesets/4f1c8a52`,
      source: { files: [{ name: "firestore.rules", content: rules, fingerprint: "c2hhMjU2" }] },
    },
    [addresses.functions]: functions(functionsAt),
    /** https://cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs */
    [addresses.job]: {
      name: `projects/${project}/locations/${region}/jobs/firebase-schedule-sweep-${region}`,
      schedule: "every 30 minutes",
      state: "ENABLED",
      status: {},
      lastAttemptTime: "2026-01-02T03:00:00.123456Z",
    },
  };
  return new Map(Object.entries(bodies).map(([address, body]) => [address, { status: 200, body }]));
}
