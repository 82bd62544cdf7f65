// From the press on Start to a call that only waits for Connect: takes a seat, signs in, listens.
// Firebase is loaded meanwhile, never earlier.
import type { Constraints, ResponseOf } from "@meetogram/contract";
import { loadSeat } from "./load-seat.ts";
import { nameSignInFailure } from "./sign-in-failure.ts";
import { isRelay } from "../renew-relays.ts";
import type { Api } from "../../api/client.ts";
import { fetchConfig } from "../../api/config.ts";
import type { Call } from "../../call/call.ts";
import { createCall } from "../../call/create-call.ts";
import { proveLink } from "../../call/sealing/link-proof.ts";
import type { RoomLink } from "../../call/sealing/room-link.ts";
import { createSeal } from "../../call/sealing/seal.ts";
import { createSigningKey } from "../../call/sealing/signing-key.ts";
import type { LocalMedia } from "../../media/local-media.ts";
import type { Signalling } from "../../signalling/signalling.ts";

export interface JoinOptions {
  api: Api;
  link: RoomLink;
  userID: string;
  /** From Session Storage. A reload is the same session, another tab is another one. */
  session: string;
  constraints: Constraints;
  name: string;
  media: LocalMedia;
  password?: string | undefined;
  /** Whether the room asks for a proof of the link's key. */
  hasLinkProof: boolean;
  /** Whether a host has to admit everybody. */
  hasWaitingRoom: boolean;
  hostKey?: string | undefined;
  takeOver?: boolean | undefined;
  /** Uses relays only, so that nobody in the room learns this device's address. */
  isAddressHidden?: boolean | undefined;
  /** From before a reload, or from the tab that held the seat. */
  signingKey: JsonWebKey | null;
  compared: readonly string[];
  /** The server has given a seat. The rest takes longer. */
  handleSeat: () => void;
  signal: AbortSignal;
}

export interface Joined {
  readonly call: Call;
  readonly seat: ResponseOf<"connect">;
  /** For everything that concerns the room itself. */
  readonly signalling: Signalling;
  /** For the same tab after a reload. */
  readonly signingKey: JsonWebKey;
}

/** The address should be hidden, but the server has named no relay. */
export class NoRelayError extends Error {
  constructor() {
    super("No relay");
    this.name = "NoRelayError";
  }
}

/** A part of the page has not arrived. The server may have answered that it has another version. */
export class LoadError extends Error {
  constructor(options: { cause?: unknown } = {}) {
    super("Not loaded", options);
    this.name = "LoadError";
  }
}

/** What browsers use for a certificate of their own. */
const certificateAlgorithm = { name: "ECDSA", namedCurve: "P-256" };

let configuring: ReturnType<typeof fetchConfig> | null = null;

/** Starts loading what joining needs. Call it as soon as joining is likely. */
export function preloadSignalling(): void {
  load().catch(() => {});
}

function load() {
  configuring ??= fetchConfig({ hostname: location.hostname });
  return Promise.all([loadSeat(), configuring]).catch((cause: unknown) => {
    configuring = null;
    throw new LoadError({ cause });
  });
}

/**
 * Rejects with an ApiError, a LoadError, a NoRelayError, with whatever failed unexpectedly, or with
 * the signal's reason when aborted. In that case the seat is given up and everything opened is
 * closed.
 */
export async function joinRoom(options: JoinOptions): Promise<Joined> {
  const { api, link, userID, session, constraints, password, hostKey, takeOver, signal } = options;
  const loaded = load();
  // A seat is useless if the rest fails to load.
  const failing = loaded.then(() => new Promise<never>(() => {}));
  const signing = createSigningKey(options.signingKey);
  const sealing = signing.then((signingKey) => createSeal({ ...link, password, signingKey }));
  const certifying = createCertificate();
  const request = {
    uuid: link.uuid,
    userID,
    session,
    constraints,
    ...(await prove(options)),
    ...(hostKey !== undefined && { hostKey }),
  };
  // Whatever of it fails to load is a LoadError.
  const { firebase } = await Promise.race([configuring!.catch(() => failing), failing]);
  const { apiKey } = firebase;
  const answer = await Promise.race([
    api.connect({ ...request, apiKey, ...(takeOver !== undefined && { takeOver }) }, { signal }),
    failing,
  ]);
  options.handleSeat();
  const [openSeat, config] = await loaded;
  const retake = (seat: number) => api.connect({ ...request, seat }, { signal });
  const signalling = await openSeat({ config, answer, appCheck: api.appCheck(), retake }).catch((cause: unknown) => {
    throw nameSignInFailure(cause);
  });
  const seal = await sealing;
  if (signal.aborted) {
    signalling.leaveNow();
    throw signal.reason;
  }
  const certificate = await certifying;
  const iceServers = answer.iceServers as RTCIceServer[];
  if (options.isAddressHidden && !iceServers.some(isRelay)) {
    signalling.leaveNow();
    throw new NoRelayError();
  }
  const call = createCall({
    signalling,
    seal,
    media: options.media,
    name: options.name,
    constraints: { ...constraints, screen: false },
    iceServers,
    hasWaitingRoom: options.hasWaitingRoom,
    isAddressHidden: options.isAddressHidden ?? false,
    ...(certificate && { certificate }),
    compared: options.compared,
  });
  return { call, seat: answer, signalling, signingKey: (await signing).jwk };
}

/** Null when the browser refuses. Each connection then has its own, and there is no safety code. */
async function createCertificate(): Promise<RTCCertificate | null> {
  try {
    return await RTCPeerConnection.generateCertificate(certificateAlgorithm);
  } catch {
    return null;
  }
}

/** Without a key in the link there is no proof, and the server says so. */
async function prove({
  link,
  password,
  hasLinkProof,
}: JoinOptions): Promise<{ linkProof?: string; password?: string }> {
  if (hasLinkProof && link.key !== null) return proveLink(link.key, password);
  return password === undefined ? {} : { password };
}
