// How people in a call give each other files. A file is offered over the control channel, and its
// bytes cross a channel of their own once the other has accepted. docs/signalling.md says what the
// messages mean.
import * as v from "valibot";
import { cleanFileName } from "./file-names.ts";

export const fileLimits = {
  maxBytes: 4 * 1024 ** 3,
  /** Characters of a name as it is sent. */
  maxNameLength: 255,
  /** Offers of one participant to another that are not answered yet or under way. */
  maxOffers: 20,
  /** What is hashed, written and acknowledged as one. Every block but the last one is full. */
  blockBytes: 1024 ** 2,
  /** How far a sender may be ahead of what the receiver has written. */
  windowBytes: 8 * 1024 ** 2,
  /** Of the channel: `control` has 0. */
  channelID: 1,
  /** Bytes of a message with a part of a file, header included. */
  maxChunkBytes: 64 * 1024,
  /** The same, of every part but the last one of a block. */
  minChunkBytes: 1_024,
  /** Characters of any other message on this channel. */
  maxFrameLength: 256,
} as const;

/** 16 random bytes as base64url. The sender of a file makes it for one offer to one participant. */
export const FileID = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));

const Size = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(fileLimits.maxBytes));
/** SHA-256 as base64url. */
const Digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** Sent anew to whoever is reached again, until the file has arrived. */
const FileOffer = v.object({
  type: v.literal("file-offer"),
  id: FileID,
  name: v.pipe(v.string(), v.maxLength(fileLimits.maxNameLength), v.transform(cleanFileName)),
  /** In bytes. */
  size: Size,
});

/** The receiver wants the bytes from here on, and has the others: `chain` is their hash. */
const FileAccept = v.object({
  type: v.literal("file-accept"),
  id: FileID,
  from: v.pipe(Size, v.multipleOf(fileLimits.blockBytes)),
  chain: Digest,
});

const FileRefuse = v.object({ type: v.literal("file-refuse"), id: FileID });

/**
 * From either side. "cancelled": a person did it. "unknown": the page has no such file, as after a
 * reload. "unreadable": it has changed, or is gone. "unwritable": there is no room for it.
 * "checksum": something else has arrived than was sent. "misbehaved": what has come is no part of
 * any file.
 */
export const FileEnd = v.picklist(["cancelled", "unknown", "unreadable", "unwritable", "checksum", "misbehaved"]);
const FileCancel = v.object({ type: v.literal("file-cancel"), id: FileID, reason: FileEnd });

/** From either side. The file goes on when neither side holds it. */
const FilePause = v.object({ type: v.literal("file-pause"), id: FileID, isPaused: v.boolean() });

/** The receiver has all of it. */
const FileDone = v.object({ type: v.literal("file-done"), id: FileID });

export const fileMessages = [FileOffer, FileAccept, FileRefuse, FileCancel, FilePause, FileDone] as const;
export type FileMessage = v.InferOutput<(typeof fileMessages)[number]>;
export type FileEnd = v.InferOutput<typeof FileEnd>;

/** On the channel of files: a block is complete, and this is the hash of the file up to its end. */
const BlockSent = v.object({ type: v.literal("block"), id: FileID, end: Size, chain: Digest });

/** The receiver has written the file up to here. */
const BlockWritten = v.object({ type: v.literal("written"), id: FileID, end: Size });

/** Every text on the channel of files. Its binary messages are parts of files. */
export const FileFrame = v.variant("type", [BlockSent, BlockWritten]);
export type FileFrame = v.InferOutput<typeof FileFrame>;
