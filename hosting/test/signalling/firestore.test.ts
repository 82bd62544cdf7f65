// Signalling over Firestore, with the rules that are deployed and the unmodified SDK.
import { readFile } from "node:fs/promises";
import { limits, paths, type TokenClaims } from "@meetogram/contract";
import { startFirestore, type RunningFirestore } from "@meetogram/embedded-firestore";
import { initializeTestEnvironment, type RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { doc, setDoc, deleteDoc, setLogLevel, Timestamp, type Firestore } from "firebase/firestore";
import { createFirestoreSignalling } from "../../src/signalling/firestore/firestore-signalling.ts";
import { createSeatDeletion } from "../../src/signalling/firestore/seat-deletion.ts";
import { describeSignalling, type TestedRoom } from "./describe-signalling.ts";

const projectID = "demo-signalling";

export async function openTestFirestore() {
  const rules = await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8");
  const server = await startFirestore({ port: 0, rules });
  const environment = await initializeTestEnvironment({
    projectId: projectID,
    firestore: { host: "127.0.0.1", port: server.port, rules },
  });
  setLogLevel("silent");
  return { server, environment };
}

/** A token as the Auth emulator makes them. */
function unsignedToken(uid: string, claims: TokenClaims): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1_000);
  const firebase = { sign_in_provider: "custom", identities: {} };
  const times = { iat: now, exp: now + 3_600, auth_time: now };
  const whole = {
    iss: `https://securetoken.google.com/${projectID}`,
    aud: projectID,
    sub: uid,
    user_id: uid,
    ...times,
  };
  return `${encode({ alg: "none", typ: "JWT" })}.${encode({ ...whole, ...claims, firebase })}.`;
}

export async function openFirestoreRoom(
  server: RunningFirestore,
  environment: RulesTestEnvironment,
): Promise<TestedRoom> {
  const room = crypto.randomUUID();
  let lastSeat = 0;
  const asServer = (run: (firestore: Firestore) => Promise<void>) =>
    environment.withSecurityRulesDisabled((context) => run(context.firestore() as unknown as Firestore));
  const inFuture = (ms: number) => Timestamp.fromMillis(Date.now() + ms);
  await asServer((firestore) =>
    setDoc(doc(firestore, paths.room(room)), {
      createdAt: Timestamp.now(),
      expireAt: inFuture(limits.unenteredRoomMs),
      enteredAt: null,
      capacity: 8,
      isLocked: false,
      isProtected: false,
    }),
  );
  return {
    async seat(participantID) {
      const session = crypto.randomUUID();
      lastSeat = Math.max(lastSeat + 1, Date.now());
      const seat = lastSeat;
      await asServer((firestore) =>
        setDoc(doc(firestore, paths.user(room, participantID)), {
          constraints: { audio: true, video: true, screen: false },
          isActive: false,
          session,
          joinedAt: Timestamp.fromMillis(seat),
          leaseUntil: inFuture(limits.leaseMs),
          role: "guest",
          name: null,
        }),
      );
      const claims: TokenClaims = { room, participant: participantID, session, seat, role: "guest" };
      const uid = crypto.randomUUID();
      const context = environment.authenticatedContext(uid, { ...claims });
      const token = unsignedToken(uid, claims);
      return createFirestoreSignalling({
        firestore: context.firestore() as unknown as Firestore,
        room,
        participantID,
        session,
        seat,
        serverNow: Date.now,
        deleteSeat: createSeatDeletion({
          origin: `http://${server.host}`,
          projectID,
          room,
          participantID,
          idToken: () => token,
        }),
      });
    },
    remove: (participantID) => asServer((firestore) => deleteDoc(doc(firestore, paths.user(room, participantID)))),
    close: async () => {},
  };
}

describe("Firestore", () => {
  let server: RunningFirestore;
  let environment: RulesTestEnvironment;

  before(async () => {
    ({ server, environment } = await openTestFirestore());
  });
  after(async () => {
    await environment.cleanup();
    await server.close();
  });

  describeSignalling("over Firestore", () => openFirestoreRoom(server, environment));
});
