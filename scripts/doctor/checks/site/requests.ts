// Each function through Hosting, and one at its own address. The stable code of an answer proves
// that the request has reached the function; that of a room, that the function reaches Firestore.
import { ask, type Answer } from "../../ask.ts";
import type { Check } from "../../check.ts";
import { commandToDeploy, logPage } from "../../cures.ts";
import { addressOf, listFunctions } from "../../deployment/functions.ts";
import { makeOpenRequests } from "../../deployment/open-requests.ts";
import { parametersOf } from "../../deployment/parameters.ts";
import { codeOf, kindOf, siteOf } from "../../deployment/site.ts";
import type { Doctor } from "../../doctor.ts";
import { NotKnown, ok, type Finding } from "../../finding.ts";

interface Asked {
  readonly functionID: string;
  readonly expected: string;
  readonly answer: Answer;
  readonly isDirect: boolean;
}

async function judge(doctor: Doctor, { functionID, expected, answer, isDirect }: Asked): Promise<Finding | undefined> {
  const { project } = doctor;
  const code = codeOf(answer);
  if (expected === (answer.status === 200 ? "200" : `${answer.status} ${code}`)) return undefined;
  // The names of Cloud Run are in lower case.
  const service = functionID.toLowerCase();
  const says = `${functionID} answers ${kindOf(answer)}, not ${expected}`;
  if (code !== undefined) {
    const cause = code === "internal" ? "It fails: its log says why." : "Another version is deployed.";
    const cure = logPage(project, `resource.labels.service_name="${service}"`);
    return { mark: "failed", code: "wrong-answer", says, cause, cure };
  }
  if (answer.status === 403) {
    const { region } = await parametersOf(doctor);
    return {
      mark: "failed",
      code: "not-public",
      says,
      cause: "The function does not let everybody in; a rule of the organisation may forbid it.",
      cure: `gcloud run services add-iam-policy-binding ${service} --region ${region} --project ${project} --member allUsers --role roles/run.invoker`,
    };
  }
  const cause = isDirect ? "Something else is at its address." : "Hosting has no rewrite to it, or it is not there.";
  const cure = commandToDeploy(project, isDirect ? `functions:${functionID}` : "functions,hosting");
  return { mark: "failed", code: "not-reached", says, cause, cure };
}

export const requestsCheck: Check = {
  id: "requests",
  what: "Requests through Hosting",
  needs: ["parameters", "site"],
  explainedBy: ["billing", "functions", "firestore"],
  async run(doctor) {
    const requests = await makeOpenRequests(doctor);
    for (const { first, ...request } of requests) {
      const fault = await judge(doctor, { ...request, answer: first, isDirect: false });
      if (fault !== undefined) return fault;
    }
    return ok(requests.map(({ functionID, expected }) => `${functionID} ${expected}`).join(", "));
  },
};

export const directRequestCheck: Check = {
  id: "direct-request",
  what: "A request at the function",
  needs: ["parameters", "functions"],
  explainedBy: ["billing", "firestore", "requests"],
  async run(doctor) {
    const { room } = await siteOf(doctor);
    const { appCheckApp } = await parametersOf(doctor);
    const deployed = (await listFunctions(doctor)).find(({ id }) => id === "room");
    const address = deployed && addressOf(deployed);
    if (address === undefined) throw new NotKnown("no-address", "Google tells no address of it", "Ask again later.");
    const { host } = new URL(address);
    const answer = await ask(`${address}/room/${room}`, {}, { timeoutMs: doctor.timeoutMs, name: host });
    const expected = appCheckApp === "" ? "404 room-not-found" : "401 app-check-required";
    const fault = await judge(doctor, { functionID: "room", expected, answer, isDirect: true });
    return fault ?? ok(`room ${expected}, at ${host}`);
  },
};
