// Firebase, as this package uses it: an app of its own beside those of its user, and everything in
// memory.
import { deleteApp, initializeApp } from "firebase/app";
import { connectAuthEmulator, inMemoryPersistence, initializeAuth, signInWithCustomToken } from "firebase/auth";
import { connectFirestoreEmulator, getFirestore, type Firestore } from "firebase/firestore";
import type { SiteConfig } from "./site-config.ts";

export interface OpenFirestore {
  readonly firestore: Firestore;
  /** Resolves to the number of the seat that the token names. */
  signIn(token: string): Promise<number>;
  closeApp(): Promise<void>;
}

export function openFirestore({ firebase, emulators }: SiteConfig): OpenFirestore {
  const app = initializeApp(firebase, `meetogram-${crypto.randomUUID()}`);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  const firestore = getFirestore(app);
  if (emulators) {
    const { host, port } = emulators.auth;
    connectAuthEmulator(auth, `http://${host}:${port}`, { disableWarnings: true });
    connectFirestoreEmulator(firestore, emulators.firestore.host, emulators.firestore.port);
  }
  return {
    firestore,
    async signIn(token) {
      const { user } = await signInWithCustomToken(auth, token);
      return Number((await user.getIdTokenResult()).claims["seat"]);
    },
    closeApp: () => deleteApp(app),
  };
}
