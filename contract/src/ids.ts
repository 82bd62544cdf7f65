// Identifiers. `userID` is a secret of one browser. `participantID` stands for it inside one room,
// where others can see it.
import * as v from "valibot";

const uuid = v.pipe(v.string(), v.uuid(), v.toLowerCase());

export const RoomUUID = uuid;
export const UserID = uuid;
export const ParticipantID = uuid;

/**
 * Random. The client creates it and keeps it in Session Storage: a reload keeps the session, a
 * second tab has another one.
 */
export const SessionID = uuid;
