// From a link to a seat in its room. Firebase is loaded here and not before: who only makes links
// does not need it.
import { cleanName } from "@meetogram/contract";
import { createClient, type AppCheck, type Client } from "../client.ts";
import { proveLink } from "./link-proof.ts";
import { toRoomError } from "./room-error.ts";
import { parseRoomLink, type RoomLink } from "./room-link.ts";
import type { Room } from "./room.ts";
import { createSealing } from "./sealing.ts";
import { fetchConfig, type SiteConfig } from "./site-config.ts";

export interface EnterOptions {
  /** The whole link, with the key in its fragment. */
  readonly link: string | URL;
  /** Shown to the others. May be empty. */
  readonly name: string;
  /** As people type it. Ignored in a room without one. */
  readonly password?: string;
  /** What `createRoom` answered. Makes this participant a host. */
  readonly hostKey?: string;
  /** By default the site is asked. A browser lets no page of another site read the answer. */
  readonly config?: SiteConfig;
  /** For a server that asks for App Check tokens. Firestore gets none from here. */
  readonly appCheck?: AppCheck;
  /** Ends the attempt, as long as it has not resolved. The seat is given up. */
  readonly signal?: AbortSignal;
}

/**
 * Takes a seat and enters at once, without a lobby. Rejects with a `RoomError`, or with the
 * signal's reason when aborted.
 */
export async function enterRoom(options: EnterOptions): Promise<Room> {
  const signal = options.signal ?? new AbortController().signal;
  try {
    signal.throwIfAborted();
    return await untilAborted(enter(options, signal), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw toRoomError(error);
  }
}

async function enter(options: EnterOptions, signal: AbortSignal): Promise<Room> {
  const { link, name, password, hostKey, appCheck } = options;
  const { origin, uuid, key } = parseRoomLink(link);
  const client = createClient({ baseURL: origin, ...(appCheck && { appCheck }) });
  const [{ openStay }, config, { userID }, proof] = await Promise.all([
    import("./stay.ts"),
    options.config ?? fetchConfig(origin, signal),
    client.generateID({ signal }),
    prove(client, { uuid, key }, password, signal),
  ]);
  const session = crypto.randomUUID();
  const constraints = { audio: false, video: false };
  const request = { uuid, userID, session, constraints, ...proof.fields, ...(hostKey !== undefined && { hostKey }) };
  const sealing = await createSealing({ uuid, key, password: proof.password });
  signal.throwIfAborted();
  // Without the signal: a seat that nobody knows of would stay taken for minutes.
  const answer = await client.connect(request);
  return openStay({
    ...{ uuid, session, answer, config, sealing, name: cleanName(name), signal },
    retake: (seat, retaking) => client.connect({ ...request, seat }, { signal: retaking }),
    askIceServers: async () => (await client.iceServers({ uuid, userID, session })).iceServers,
  });
}

/** The fields of `connect`, and the password that is part of the sealing key. */
async function prove(
  client: Client,
  { uuid, key }: Omit<RoomLink, "origin">,
  given: string | undefined,
  signal: AbortSignal,
) {
  const room = given === undefined ? null : await client.room({ uuid }, { signal });
  const password = room?.isProtected ? given : undefined;
  if (key !== null && room?.hasLinkProof !== false) return { fields: await proveLink(key, password), password };
  // An old room, or one that a program has made: the server gets the password itself.
  return { fields: password === undefined ? {} : { password }, password };
}

/** Rejects as soon as the signal aborts. A room that is entered later is left. */
async function untilAborted(entering: Promise<Room>, signal: AbortSignal): Promise<Room> {
  const aborting = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([entering, aborting]);
  } catch (error) {
    entering.then((room) => room.leave()).catch(() => {});
    throw error;
  }
}
