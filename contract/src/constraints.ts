// What a participant sends to the others: the choice of the person, not of the devices.
import * as v from "valibot";

export const Constraints = v.strictObject({ audio: v.boolean(), video: v.boolean() });
export type Constraints = v.InferOutput<typeof Constraints>;

/** Constraints as stored and shown: with the screen, which is never shared before entering. */
export const ParticipantConstraints = v.strictObject({ ...Constraints.entries, screen: v.boolean() });
export type ParticipantConstraints = v.InferOutput<typeof ParticipantConstraints>;
