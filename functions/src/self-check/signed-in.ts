// A participant with a token, over the REST interfaces of Auth and Firestore. The rules apply as to
// every page.
import { limits, paths } from "@meetogram/contract";
import { signInAddress } from "../google/sign-in.ts";
import { RefusedError } from "./check-error.ts";

export interface Services {
  readonly projectID: string;
  readonly apiKey: string;
  readonly appCheckToken: () => string | undefined;
}

export interface Seat {
  readonly uuid: string;
  readonly participantID: string;
  readonly session: string;
  /** From `connect`. */
  readonly token: string;
}

export interface SignedIn {
  readonly participantID: string;
  /** Writes a signal into the receiver's inbox. */
  send(to: string, payload: string, signal: AbortSignal): Promise<void>;
  /** The first signal of that sender in the own inbox. */
  receive(from: string, signal: AbortSignal): Promise<unknown>;
  listInbox(participantID: string, signal: AbortSignal): Promise<void>;
  /** Without the token. */
  readRoomAsNobody(signal: AbortSignal): Promise<void>;
}

/** Hosting tells the project of the site, and the key with which its pages name it. */
export async function findServices(
  site: string,
  appCheckToken: () => string | undefined,
  signal: AbortSignal,
): Promise<Services> {
  const { projectId, apiKey } = await ask("Hosting", `${site}/__/firebase/init.json`, { signal });
  return { projectID: String(projectId), apiKey: String(apiKey), appCheckToken };
}

export async function signIn(services: Services, seat: Seat, signal: AbortSignal): Promise<SignedIn> {
  const { apiKey, appCheckToken } = services;
  const { uuid, participantID, session } = seat;
  const signedIn = await ask("Auth", signInAddress(apiKey), {
    signal,
    body: { token: seat.token, returnSecureToken: true },
  });
  const database = `projects/${services.projectID}/databases/(default)/documents`;
  const firestore = `${firestoreOrigin()}/v1/${database}`;
  const own = `Bearer ${String(signedIn["idToken"])}`;

  function appCheck(): Record<string, string> {
    const token = appCheckToken();
    return token === undefined ? {} : { "x-firebase-appcheck": token };
  }
  const headers = () => ({ ...appCheck(), authorization: own });

  return {
    participantID,
    async send(to, payload, aborted) {
      const expireAt = new Date(Date.now() + limits.signalTtlMs).toISOString();
      const update = {
        name: `${database}/${paths.inbox(uuid, to)}/${paths.slot(participantID, 0)}`,
        fields: {
          from: { stringValue: participantID },
          session: { stringValue: session },
          payload: { stringValue: payload },
          expireAt: { timestampValue: expireAt },
        },
      };
      // The rules want the time of the request.
      const updateTransforms = [{ fieldPath: "sentAt", setToServerValue: "REQUEST_TIME" }];
      const body = { writes: [{ update, updateTransforms }] };
      await ask("Firestore", `${firestore}:commit`, { signal: aborted, headers: headers(), body });
    },
    async receive(from, aborted) {
      const path = `${paths.inbox(uuid, participantID)}/${paths.slot(from, 0)}`;
      const { fields } = await ask("Firestore", `${firestore}/${path}`, { signal: aborted, headers: headers() });
      return (fields as { readonly payload?: { readonly stringValue?: unknown } }).payload?.stringValue;
    },
    async listInbox(of, aborted) {
      await ask("Firestore", `${firestore}/${paths.inbox(uuid, of)}`, { signal: aborted, headers: headers() });
    },
    async readRoomAsNobody(aborted) {
      await ask("Firestore", `${firestore}/${paths.room(uuid)}`, { signal: aborted, headers: appCheck() });
    },
  };
}

function firestoreOrigin(): string {
  const emulator = process.env["FIRESTORE_EMULATOR_HOST"];
  return emulator === undefined ? "https://firestore.googleapis.com" : `http://${emulator}`;
}

interface Asked {
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** With a body the method is POST. */
  readonly body?: object;
}

async function ask(service: string, url: string, { body, headers, signal }: Asked): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    signal,
    headers: { ...headers, ...(body && { "content-type": "application/json" }) },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) return answer;
  throw new RefusedError(service, response.status, readStatus(answer["error"] ?? {}));
}

/** Auth has its word at the start of the message. */
function readStatus({ status, message }: { readonly status?: unknown; readonly message?: unknown }): string {
  return /^[A-Z_]+/.exec(String(status ?? message))?.[0] ?? "";
}
