// What a participant sends to the others: what is on, not what the person wishes.
import * as v from "valibot";

export const Constraints = v.strictObject({ audio: v.boolean(), video: v.boolean() });
export type Constraints = v.InferOutput<typeof Constraints>;

/**
 * Constraints as stored and shown. They include the screen, which nobody shares before entering.
 */
export const ParticipantConstraints = v.strictObject({ ...Constraints.entries, screen: v.boolean() });
export type ParticipantConstraints = v.InferOutput<typeof ParticipantConstraints>;
