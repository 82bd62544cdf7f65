// A room in the embedded Firestore, with the deployed rules and the unmodified SDK. Seats are given
// as the functions do it.
import { readFile } from "node:fs/promises";
import { limits, paths, type EnteredParticipant, type Role, type TokenClaims } from "@meetogram/contract";
import { startFirestore, type RunningFirestore, type StartOptions } from "@meetogram/embedded-firestore";
import { initializeTestEnvironment, type RulesTestEnvironment } from "@firebase/rules-unit-testing";
import {
  arrayUnion,
  deleteDoc,
  doc,
  getDoc,
  setDoc,
  setLogLevel,
  Timestamp,
  writeBatch,
  type Firestore,
} from "firebase/firestore";
import type { Clock } from "../../src/platform/clock.ts";
import { createFirestoreSignalling } from "../../src/signalling/firestore/firestore-signalling.ts";
import type { NetworkHints } from "../../src/platform/network-watch.ts";
import { createMessagePost, type PostMessage } from "../../src/signalling/firestore/rest/message-post.ts";
import { createSeatDeletion } from "../../src/signalling/firestore/rest/seat-deletion.ts";
import { createServerClock, type DeviceClocks } from "../../src/signalling/firestore/server-clock.ts";
import { createServerProbe, type ServerProbe } from "../../src/signalling/firestore/server-probe.ts";
import { createServerTime } from "../../src/signalling/firestore/rest/server-time.ts";
import type { Signalling } from "../../src/signalling/signalling.ts";
import type { TestedRoom } from "./describe-signalling.ts";

export const projectID = "demo-signalling";

/** Time is the system's, or the test's own. */
export async function openTestFirestore(options: Pick<StartOptions, "now" | "onRead"> = {}) {
  const rules = await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8");
  const server = await startFirestore({ port: 0, rules, ...options });
  const environment = await openEnvironment(server.port);
  // Denials in these tests are intended.
  setLogLevel("silent");
  return { server, environment };
}

/** For the `describe` of a suite: one Firestore for all its tests. Each opens rooms of its own. */
export function useTestFirestore(options: Pick<StartOptions, "now" | "onRead"> = {}): {
  readonly server: RunningFirestore;
  openRoom(): Promise<FirestoreRoom>;
} {
  let opened: Awaited<ReturnType<typeof openTestFirestore>>;
  before(async () => {
    opened = await openTestFirestore(options);
  });
  after(async () => {
    await opened.environment.cleanup();
    await opened.server.close();
  });
  return {
    get server() {
      return opened.server;
    },
    openRoom: () => openFirestoreRoom(opened.server, opened.environment, options.now),
  };
}

/** Opens clients of the Firestore behind a port. */
export function openEnvironment(port: number): Promise<RulesTestEnvironment> {
  return initializeTestEnvironment({ projectId: projectID, firestore: { host: "127.0.0.1", port } });
}

/** A token as the Auth emulator creates them. */
function unsignedToken(uid: string, claims: TokenClaims): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1_000);
  const firebase = { sign_in_provider: "custom", identities: {} };
  const times = { iat: now, exp: now + 3_600, auth_time: now };
  const issued = { iss: `https://securetoken.google.com/${projectID}`, aud: projectID, sub: uid, user_id: uid };
  return `${encode({ alg: "none", typ: "JWT" })}.${encode({ ...issued, ...times, ...claims, firebase })}.`;
}

export interface SeatOptions {
  readonly clock?: Clock;
  readonly networkClock?: Clock;
  readonly serverNow?: () => number;
  /** The clocks of the device, by which it estimates the server's time. Instead of `serverNow`. */
  readonly device?: DeviceClocks;
  readonly role?: Role;
  /** Whom `connect` named. */
  readonly entered?: readonly EnteredParticipant[];
  /** Another route to the same server. */
  readonly route?: { readonly environment: RulesTestEnvironment; readonly origin: string };
  readonly probe?: ServerProbe;
  readonly hints?: NetworkHints;
  /** Stands before the requests that write messages over REST. */
  readonly post?: (real: PostMessage) => PostMessage;
  /** What the server answers when the lapsed seat is asked for again. By default it gives it. */
  readonly retake?: () => Promise<void>;
  /** The seat is asked for again. */
  readonly onRetake?: () => void;
}

export interface FirestoreRoom extends TestedRoom {
  readonly uuid: string;
  /** As the server sees it: the rules do not apply. */
  readonly firestore: Firestore;
  seat(participantID: string, options?: SeatOptions): Promise<Signalling>;
  /** Only the document of the seat is gone, as after its lease. */
  forget(participantID: string): Promise<void>;
  /** Resolves when everything that the server has now has arrived at that client. */
  settled(signalling: Signalling): Promise<void>;
}

export async function openFirestoreRoom(
  server: RunningFirestore,
  environment: RulesTestEnvironment,
  now: () => number = Date.now,
): Promise<FirestoreRoom> {
  const uuid = crypto.randomUUID();
  let lastSeat = 0;
  let firestore!: Firestore;
  let release!: () => void;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  // The environment revokes its unrestricted Firestore when the callback ends.
  let lending!: Promise<void>;
  await new Promise<void>((resolve) => {
    lending = environment.withSecurityRulesDisabled((context) => {
      firestore = context.firestore() as unknown as Firestore;
      resolve();
      return isReleased;
    });
  });
  async function retake(participantID: string, seat: number, session: string, role: Role) {
    const found = (await getDoc(doc(firestore, paths.room(uuid)))).data();
    if (found === undefined) throw { code: "room-not-found" };
    if ((found["expireAt"] as Timestamp).toMillis() <= now()) throw { code: "room-expired" };
    if ((found["removed"] as string[] | undefined)?.includes(participantID)) throw { code: "removed" };
    const own = doc(firestore, paths.user(uuid, participantID));
    const before = (await getDoc(own)).data();
    if (before !== undefined && before["session"] !== session) throw { code: "already-connected" };
    await setDoc(own, {
      ...seatDocument(seat, session, role),
      ...before,
      leaseUntil: inFuture(limits.leaseMs),
    });
  }

  const seatDocument = (seat: number, session: string, role: Role) => ({
    constraints: { audio: true, video: true, screen: false },
    isActive: false,
    session,
    joinedAt: Timestamp.fromMillis(seat),
    leaseUntil: inFuture(limits.leaseMs),
    role,
    name: null,
  });

  const inFuture = (ms: number) => Timestamp.fromMillis(now() + ms);
  await setDoc(doc(firestore, paths.room(uuid)), {
    createdAt: inFuture(0),
    expireAt: inFuture(limits.unenteredRoomMs),
    enteredAt: null,
    capacity: 8,
    isLocked: false,
    isProtected: false,
  });
  return {
    uuid,
    firestore,
    async seat(participantID, options = {}) {
      const { role = "guest" } = options;
      const session = crypto.randomUUID();
      lastSeat = Math.max(lastSeat + 1, now());
      const seat = lastSeat;
      await setDoc(doc(firestore, paths.user(uuid, participantID)), seatDocument(seat, session, role));
      const claims: TokenClaims = { room: uuid, participant: participantID, session, seat, role };
      const userID = crypto.randomUUID();
      const token = unsignedToken(userID, claims);
      const route = options.route ?? { environment, origin: `http://${server.host}` };
      const own = {
        origin: route.origin,
        projectID,
        room: uuid,
        participantID,
        idToken: () => token,
        appCheckToken: () => undefined,
      };
      const serverTime = () => new Date(now()).toISOString();
      const device =
        options.device &&
        createServerClock({ serverTime: serverTime(), sample: createServerTime(own), clocks: options.device });
      const giveAgain = options.retake ?? (() => retake(participantID, seat, session, role));
      return createFirestoreSignalling({
        firestore: route.environment.authenticatedContext(userID, { ...claims }).firestore() as unknown as Firestore,
        room: uuid,
        participantID,
        session,
        seat,
        serverNow: device?.now ?? options.serverNow ?? Date.now,
        ...(device && { reviewClock: device.review }),
        async retake() {
          options.onRetake?.();
          await giveAgain();
          device?.set(serverTime());
        },
        probe: options.probe ?? createServerProbe(route.origin),
        ...(options.entered && { entered: options.entered }),
        ...(options.hints && { hints: options.hints }),
        ...(options.clock && { clock: options.clock }),
        ...(options.networkClock && { networkClock: options.networkClock }),
        post: (options.post ?? ((real) => real))(createMessagePost(own)),
        deleteSeat: createSeatDeletion(own),
      });
    },
    remove: (participantID) =>
      writeBatch(firestore)
        .update(doc(firestore, paths.room(uuid)), { removed: arrayUnion(participantID) })
        .delete(doc(firestore, paths.user(uuid, participantID)))
        .commit(),
    forget: (participantID) => deleteDoc(doc(firestore, paths.user(uuid, participantID))),
    async settled(signalling) {
      const mark = crypto.randomUUID();
      const controller = new AbortController();
      const seen = new Promise<void>((resolve) =>
        signalling.onParticipants((all) => void (all.some(({ name }) => name === mark) && resolve()), controller),
      );
      await signalling.update({ name: mark });
      await seen;
      controller.abort();
    },
    async close() {
      release();
      await lending;
    },
  };
}
