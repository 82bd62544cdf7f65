// Writes a message over REST. The SDK's stream of writes takes two round trips to open, and closes
// after a minute without a write: somebody who waits for an offer or an answer would wait for that.
import { callDocuments, documentsOf, type RestSeat } from "./rest-seat.ts";

export interface PostedMessage {
  /** Of the document, below the database's documents. */
  readonly path: string;
  readonly from: string;
  readonly session: string;
  readonly payload: string;
  readonly expireAtMs: number;
}

/** Resolves to whether the server has accepted it. Never rejects: the SDK can be asked then. */
export type PostMessage = (message: PostedMessage) => Promise<boolean>;

/** By then the stream would have been open. */
const withinMs = 3_000;

export function createMessagePost(seat: RestSeat): PostMessage {
  return async ({ path, from, session, payload, expireAtMs }) => {
    const fields = {
      from: { stringValue: from },
      session: { stringValue: session },
      payload: { stringValue: payload },
      expireAt: { timestampValue: new Date(expireAtMs).toISOString() },
    };
    const update = { name: `${documentsOf(seat)}/${path}`, fields };
    const updateTransforms = [{ fieldPath: "sentAt", setToServerValue: "REQUEST_TIME" }];
    try {
      return (await callDocuments(seat, "commit", { writes: [{ update, updateTransforms }] }, withinMs)).ok;
    } catch {
      return false;
    }
  };
}
