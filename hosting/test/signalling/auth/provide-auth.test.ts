// The unmodified SDK of Firestore with a sign-in of this page, in the embedded Firestore.
import { startFirestore, type RunningFirestore } from "@meetogram/embedded-firestore";
import { expect } from "chai";
import { deleteApp, initializeApp, type FirebaseApp } from "firebase/app";
import {
  connectFirestoreEmulator,
  doc,
  initializeFirestore,
  onSnapshot,
  setLogLevel,
  type Firestore,
} from "firebase/firestore";
import { provideAuth } from "../../../src/signalling/firestore/auth/provide-auth.ts";
import { createSignIn, type SignIn } from "../../../src/signalling/firestore/auth/sign-in.ts";
import { SignInError } from "../../../src/signalling/firestore/auth/token-requests.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

const projectID = "demo-auth";
/** Only who is signed in reads, and each only what names its own session. */
const rules = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /sessions/{session} { allow read: if request.auth != null && request.auth.token.session == session; }
  }
}`;

function createToken(uid: string, session: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1_000);
  const firebase = { sign_in_provider: "custom", identities: {} };
  const issued = { iss: `https://securetoken.google.com/${projectID}`, aud: projectID, sub: uid, user_id: uid };
  const times = { iat: now, exp: now + 3_600, auth_time: now };
  return `${encode({ alg: "none", typ: "JWT" })}.${encode({ ...issued, ...times, session, firebase })}.`;
}

describe("Firestore's SDK with a sign-in of this page", () => {
  let server: RunningFirestore;
  const apps: FirebaseApp[] = [];

  before(async () => {
    setLogLevel("silent");
    server = await startFirestore({ port: 0, rules });
  });
  afterEach(() => Promise.all(apps.splice(0).map(deleteApp)));
  after(() => server.close());

  /** Each has an app of its own, as each page has. */
  function open(uid: string): {
    readonly firestore: Firestore;
    readonly signIn: SignIn;
    refuse(isRefusing: boolean): void;
  } {
    let isRefusing = false;
    const answer = async (session: string) => {
      if (isRefusing) throw new SignInError("refused");
      return { idToken: createToken(uid, session), refreshToken: `${session}+`, lifeMs: 3_600_000 };
    };
    const app = initializeApp({ projectId: projectID, apiKey: "any" }, `auth ${Math.random()}`);
    apps.push(app);
    const signIn = createSignIn({
      requests: { exchange: answer, renew: answer },
      clock: createManualClock(),
      readUserID: () => uid,
    });
    provideAuth(app, signIn);
    const firestore = initializeFirestore(app, {});
    connectFirestoreEmulator(firestore, "127.0.0.1", server.port);
    return { firestore, signIn, refuse: (isOn) => void (isRefusing = isOn) };
  }

  /** Resolves to "read" with the server's first answer, or to the code of the denial. */
  function read(firestore: Firestore, session: string): Promise<string> {
    return new Promise((resolve) => {
      const unsubscribe = onSnapshot(
        doc(firestore, `sessions/${session}`),
        { includeMetadataChanges: true },
        ({ metadata }) => {
          if (metadata.fromCache) return;
          unsubscribe();
          resolve("read");
        },
        ({ code }) => resolve(code),
      );
    });
  }

  it("reads as the one who is signed in, in each app for itself", async () => {
    const [ann, ben] = [open("ann"), open("ben")];
    await Promise.all([ann.signIn.start("a"), ben.signIn.start("b")]);
    const answers = [
      read(ann.firestore, "a"),
      read(ann.firestore, "b"),
      read(ben.firestore, "b"),
      read(ben.firestore, "a"),
    ];
    expect(await Promise.all(answers)).to.deep.equal(["read", "permission-denied", "read", "permission-denied"]);
  });

  it("opens its streams with each new token", async () => {
    const { firestore, signIn } = open("ann");
    await signIn.start("a");
    expect(await read(firestore, "a")).to.equal("read");
    await signIn.getToken(true);
    expect([await read(firestore, "a+"), await read(firestore, "a")]).to.deep.equal(["read", "permission-denied"]);
  });

  it("loses its rights when the server ends the sign-in, and has them again after another one", async () => {
    const { firestore, signIn, refuse } = open("ann");
    await signIn.start("a");
    expect(await read(firestore, "a")).to.equal("read");
    refuse(true);
    await signIn.getToken(true).catch(() => {});
    expect(await read(firestore, "a")).to.equal("permission-denied");
    refuse(false);
    await signIn.start("a");
    expect(await read(firestore, "a")).to.equal("read");
  });

  it("ends with its app", async () => {
    const { signIn, firestore } = open("ann");
    await signIn.start("a");
    await read(firestore, "a");
    let told = 0;
    signIn.addAuthTokenListener(() => (told += 1));
    await signIn.start("a");
    expect(told).to.be.above(0);
    told = 0;
    await deleteApp(apps.pop()!);
    await signIn.start("b");
    expect(told).to.equal(0);
  });
});
