// Asks Firestore for its time, by which the rules judge leases. Only an answer over REST tells it:
// https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.documents/batchGet
// One read of the participant's own document.
import { paths } from "@meetogram/contract";
import * as v from "valibot";
import { callDocuments, documentsOf, type RestSeat } from "./rest-seat.ts";

const Answers = v.pipe(v.array(v.object({ readTime: v.pipe(v.string(), v.isoTimestamp()) })), v.minLength(1));
const answerWithinMs = 10_000;

/** Resolves to null when there is no answer, and for a seat that has no rights. */
export function createServerTime(seat: RestSeat): () => Promise<string | null> {
  const own = `${documentsOf(seat)}/${paths.user(seat.room, seat.participantID)}`;
  const request = { documents: [own], mask: { fieldPaths: ["joinedAt"] } };
  return async () => {
    try {
      const response = await callDocuments(seat, "batchGet", request, answerWithinMs);
      if (!response.ok) return null;
      return v.parse(Answers, await response.json())[0]!.readTime;
    } catch {
      return null;
    }
  };
}
