// Identifiers. `userID` is a secret of one browser; `participantID` is what others in one room see of it.
import * as v from "valibot";

const uuid = v.pipe(v.string(), v.uuid(), v.toLowerCase());

export const RoomUUID = uuid;
export const UserID = uuid;
export const ParticipantID = uuid;

/** Random, made by the client and kept in Session Storage: a reload is the same session, a second tab is another. */
export const SessionID = uuid;
