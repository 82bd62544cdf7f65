// Asks Firestore for its time, by which the rules judge leases. Only an answer over REST tells it:
// https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.documents/batchGet
// One read of the participant's own document.
import { paths } from "@meetogram/contract";
import * as v from "valibot";
import { restHeaders, type RestSeat } from "./rest-seat.ts";

const Answers = v.pipe(v.array(v.object({ readTime: v.pipe(v.string(), v.isoTimestamp()) })), v.minLength(1));
const answerWithinMs = 10_000;

/** Resolves to null when there is no answer, and for a seat that has no rights. */
export function createServerTime(options: RestSeat): () => Promise<string | null> {
  const { origin, projectID, room, participantID } = options;
  const documents = `projects/${projectID}/databases/(default)/documents`;
  return async () => {
    try {
      const response = await fetch(`${origin}/v1/${documents}:batchGet`, {
        method: "POST",
        headers: { ...restHeaders(options), "content-type": "application/json" },
        body: JSON.stringify({
          documents: [`${documents}/${paths.user(room, participantID)}`],
          mask: { fieldPaths: ["joinedAt"] },
        }),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      if (!response.ok) return null;
      return v.parse(Answers, await response.json())[0]!.readTime;
    } catch {
      return null;
    }
  };
}
