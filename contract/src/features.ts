// What people in a call send each other besides media: chat, files, hands, reactions, who
// takes no pictures, and what a host asks of somebody. Control messages, but only between two who
// have both entered. docs/signalling.md says what they mean.
import * as v from "valibot";
import { fileMessages } from "./files.ts";
import { ParticipantID } from "./ids.ts";
import { limits } from "./limits.ts";
import { cleanName } from "./names.ts";

/** A Lamport clock: each sender goes one beyond the highest it has seen. */
const Order = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000));

/** Somebody has raised a hand, or lowers it with null. The lowest `order` was first. */
const Hand = v.object({ type: v.literal("hand"), order: v.nullable(Order) });

export const reactions = ["👍", "❤️", "👏", "😂", "😮", "🎉"] as const;
const Reaction = v.object({ type: v.literal("reaction"), emoji: v.picklist(reactions) });

/** The sender takes no pictures, and shows none. */
const AudioOnly = v.object({ type: v.literal("audio-only"), isOn: v.boolean() });

/** What a host asks. It counts only over the host's own connection. Nothing here switches on. */
const Request = v.object({ type: v.literal("request"), request: v.picklist(["mute", "speak", "lower-hand"]) });

/** 16 random bytes as base64url. */
export const ChatMessageID = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** In ms since 1970, until the year 2243. */
const Instant = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8_640_000_000_000));

/** What somebody has written. Its author is the sender, or whoever a passed-on one names. */
export const ChatMessage = v.object({
  id: ChatMessageID,
  /**
   * Messages are shown by this, then by their author and ID. A hybrid logical clock: the author's
   * time, and at least one more than the highest order that the author has seen.
   */
  order: Instant,
  /** When it was written, by the author's clock. */
  writtenAtMs: Instant,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.maxChatLength)),
});
export type ChatMessage = v.InferOutput<typeof ChatMessage>;

const Chat = v.object({
  type: v.literal("chat"),
  message: ChatMessage,
  /** It answers a `chat-known`, and was written before. */
  isMissed: v.optional(v.boolean()),
});

/**
 * The messages that the sender has. The receiver sends those that are missing. Without the author,
 * somebody could hide a message of another by giving its ID to one of their own.
 */
const ChatKnown = v.object({
  type: v.literal("chat-known"),
  messages: v.pipe(v.array(v.object({ author: ParticipantID, id: ChatMessageID })), v.maxLength(limits.maxChatHistory)),
});

/** A message of somebody who cannot give it now, or has lost it, passed on by the sender. */
const ChatPassedOn = v.object({
  type: v.literal("chat-passed-on"),
  author: ParticipantID,
  name: v.pipe(v.string(), v.maxLength(limits.maxNameLength), v.transform(cleanName)),
  message: ChatMessage,
});

/** A participant's recordings of a visit are counted from 1. */
export const RecordingNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

/** The sender's page shows its person this recording of the receiver. Only then is it recorded. */
const RecordingShown = v.object({ type: v.literal("recording-shown"), recording: RecordingNumber });

export const featureMessages = [
  Hand,
  Reaction,
  AudioOnly,
  Request,
  Chat,
  ChatKnown,
  ChatPassedOn,
  RecordingShown,
  ...fileMessages,
] as const;
export type FeatureMessage = v.InferOutput<(typeof featureMessages)[number]>;
export type HostRequest = v.InferOutput<typeof Request>["request"];
export type ReactionEmoji = (typeof reactions)[number];
