// Pages of the consoles, and commands, in one place: they change more often than the checks.

export const permissionsPage = (project: string): string =>
  `https://console.cloud.google.com/iam-admin/iam?project=${project}`;

export const firebasePage = (project: string, page: string): string =>
  `https://console.firebase.google.com/project/${project}/${page}`;

export const logPage = (project: string, query: string): string =>
  `https://console.cloud.google.com/logs/query;query=${encodeURIComponent(query)}?project=${project}`;

export const commandToEnable = (project: string, apis: readonly string[]): string =>
  `gcloud services enable ${apis.join(" ")} --project ${project}`;

export const commandToDeploy = (project: string, only?: string): string =>
  `npx firebase deploy${only === undefined ? "" : ` --only ${only}`} --project ${project}`;
