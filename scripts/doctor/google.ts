// Asks Google's REST APIs, with the login's token, and only reads. Every answer that is not the one
// asked for becomes NotKnown, with the reason in words.
import * as v from "valibot";
import { ask } from "./ask.ts";
import { permissionsPage, commandToEnable } from "./cures.ts";
import { NotKnown, plain } from "./finding.ts";

interface Asking {
  readonly project: string;
  readonly originOf: (host: string) => string;
  readonly timeoutMs: number;
  readonly accessToken: () => Promise<string>;
}

export interface Question {
  /** Without its protocol: `firestore.googleapis.com/v1/…`. */
  readonly at: string;
  /** Sent with POST. */
  readonly body?: object;
  /** The API counts the request for the project, as the Firebase CLI does with the same one. */
  readonly isCounted?: boolean;
  /** What the caller's account lacks if Google forbids it. */
  readonly role?: string;
}

export interface Google {
  /** Null if Google says that there is no such thing (404). */
  read<S extends v.GenericSchema>(question: Question, schema: S): Promise<v.InferOutput<S> | null>;
  /** All pages of a list, in the field `name` of each. */
  list<S extends v.GenericSchema>(question: Question, name: string, item: S): Promise<v.InferOutput<S>[]>;
}

/** https://cloud.google.com/apis/design/errors#error_model */
const ErrorBody = v.object({
  error: v.object({
    message: v.string(),
    details: v.optional(
      v.array(
        v.looseObject({
          reason: v.optional(v.string()),
          metadata: v.optional(v.looseObject({ service: v.optional(v.string()), consumer: v.optional(v.string()) })),
        }),
      ),
      [],
    ),
  }),
});

const tryAgain = "Ask the doctor again in a few minutes.";

export function googleClient({ project, originOf, timeoutMs, accessToken }: Asking): Google {
  async function fetchAnswer({ at, body, isCounted = false, role = "roles/viewer" }: Question) {
    const [host = ""] = at.split("/");
    const headers = {
      authorization: `Bearer ${await accessToken()}`,
      ...(isCounted ? { "x-goog-user-project": project } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    const url = originOf(host) + at.slice(host.length);
    const init = body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
    const { status, text } = await ask(url, init, { timeoutMs, name: host });
    const json = parseJson(text);
    if (json === undefined) throw notJson(host, status, text);
    if (status !== 200 && status !== 404) throw explain(host, status, json, role);
    return { host, status, json };
  }

  function explain(host: string, status: number, json: unknown, role: string): NotKnown {
    const { message, details } = v.is(ErrorBody, json) ? v.parse(ErrorBody, json).error : { message: "", details: [] };
    const says = plain(message) || `status ${status}`;
    if (status === 401) {
      return new NotKnown("login-refused", `${host} refuses the login: ${says}`, "npx firebase login --reauth");
    }
    const off = details.find(({ reason }) => reason === "SERVICE_DISABLED")?.metadata;
    if (off !== undefined) {
      const service = plain(off.service ?? host);
      // The project that pays for the question: with an account of another project, that one.
      const consumer = /^projects\/([\w-]+)$/.exec(off.consumer ?? "")?.[1] ?? project;
      return new NotKnown("api-off", `the API ${service} is off`, commandToEnable(consumer, [service]));
    }
    if (status === 403) {
      // https://cloud.google.com/docs/quotas/set-quota-project
      const isNotCounted = details.some(({ reason }) => reason === "USER_PROJECT_DENIED");
      const lacking = isNotCounted ? "roles/serviceusage.serviceUsageConsumer" : role;
      const cure = `Ask an owner of the project for the role ${lacking}: ${permissionsPage(project)}`;
      return new NotKnown("forbidden", `your account may not ask ${host}: ${says}`, cure);
    }
    return new NotKnown("google-failed", `${host} answers ${status}: ${says}`, tryAgain);
  }

  function parseAnswer<S extends v.GenericSchema>(schema: S, host: string, json: unknown): v.InferOutput<S> {
    const parsed = v.safeParse(schema, json);
    if (parsed.success) return parsed.output;
    const where = v.getDotPath(parsed.issues[0]) ?? "the answer";
    throw new NotKnown("unexpected-answer", `${host} answers in another form than documented (${where})`, tryAgain);
  }

  async function read<S extends v.GenericSchema>(question: Question, schema: S) {
    const { host, status, json } = await fetchAnswer(question);
    return status === 404 ? null : parseAnswer(schema, host, json);
  }

  return {
    read,
    async list<S extends v.GenericSchema>(question: Question, name: string, item: S) {
      const Page = v.looseObject({ nextPageToken: v.optional(v.string()) });
      const found: v.InferOutput<S>[] = [];
      let pageToken = "";
      do {
        const more = pageToken === "" ? "" : `${question.at.includes("?") ? "&" : "?"}pageToken=${pageToken}`;
        const { host, json } = await fetchAnswer({ ...question, at: question.at + more });
        const page = parseAnswer(Page, host, json);
        found.push(...parseAnswer(v.array(item), host, page[name] ?? []));
        pageToken = encodeURIComponent(page.nextPageToken ?? "");
      } while (pageToken !== "");
      return found;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function notJson(host: string, status: number, text: string): NotKnown {
  const kind = /^\s*</.test(text) ? "a page (HTML)" : "something else than JSON";
  return new NotKnown(
    "not-json",
    `${host} answers ${status} with ${kind}`,
    "A proxy or the login page of a network may stand between. Ask the doctor again from another network.",
  );
}
