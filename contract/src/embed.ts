// What a meeting in a frame and the page around it say to each other. Version 1. The events say how
// a call goes, never what is in it: no name, no text, no key.
import * as v from "valibot";
import { limits } from "./limits.ts";

/** Both sides name it. A later one says `ready` with its own. */
export const embedVersion = 1;

/** What the page's iframe has to allow. */
export const embedPermissions =
  "camera; microphone; display-capture; autoplay; fullscreen; picture-in-picture; clipboard-write";

/** The frame can be talked to. It says so to whoever frames it, and says nothing else. */
export const EmbedHello = v.strictObject({ type: v.literal("meetogram-hello"), version: v.number() });
/** The answer, with one end of a MessageChannel. Only the first one counts. */
export const EmbedConnect = v.strictObject({ type: v.literal("meetogram-connect"), version: v.literal(embedVersion) });

export const EmbedCommand = v.variant("type", [
  v.strictObject({ type: v.literal("join") }),
  v.strictObject({ type: v.literal("leave") }),
  v.strictObject({ type: v.literal("mute") }),
  v.strictObject({ type: v.literal("unmute") }),
  v.strictObject({ type: v.literal("camera"), isOn: v.boolean() }),
  v.strictObject({ type: v.literal("share"), isOn: v.boolean() }),
  v.strictObject({
    type: v.literal("chat"),
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.maxChatLength)),
  }),
]);
export type EmbedCommand = v.InferOutput<typeof EmbedCommand>;

/**
 * "needs-press": the browser or meetogram asks for a press inside the frame first. "not-in-call":
 * that works in a call only. "over": the visit has ended, load the frame again. "needs-password":
 * the person has to type it. "invalid-command": no such command, or its fields are wrong.
 */
export const embedErrorCodes = [
  "needs-press",
  "not-in-call",
  "over",
  "needs-password",
  "chat-off",
  "unsupported",
  "invalid-command",
] as const;
export type EmbedErrorCode = (typeof embedErrorCodes)[number];

export type EmbedEvent =
  | { readonly type: "ready"; readonly version: number }
  | { readonly type: "joined" }
  /** Why the visit is over, as the page inside says it: "left", "ended", "removed", "full" … */
  | { readonly type: "left"; readonly reason: string }
  /** How many people are in the call, this one too. */
  | { readonly type: "participants"; readonly count: number }
  /** What is on of this person. */
  | { readonly type: "state"; readonly microphone: boolean; readonly camera: boolean; readonly screen: boolean }
  /** How many messages this person has not read. */
  | { readonly type: "chat"; readonly unread: number }
  | { readonly type: "error"; readonly code: EmbedErrorCode; readonly command: EmbedCommand["type"] | null };
