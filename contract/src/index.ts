// What meetogram's client and server agree on: valibot schemas and the types derived from them.
// No I/O, no DOM, no Node.
export * from "./claims.ts";
export * from "./constraints.ts";
export * from "./documents.ts";
export * from "./embed.ts";
export { EnteredParticipant, maxChallengeBits, Role, SignIn, StoredKind } from "./endpoint-schemas.ts";
export * from "./endpoints.ts";
export * from "./errors.ts";
export * from "./features.ts";
export * from "./file-names.ts";
export * from "./files.ts";
export * from "./ids.ts";
export * from "./limits.ts";
export * from "./names.ts";
export * from "./signals.ts";
