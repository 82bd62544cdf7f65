// A server and a firebase-admin client for one suite. Each test gets its own project.
import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp, type App } from "firebase-admin/app";
import { initializeFirestore, type Firestore, type Settings } from "firebase-admin/firestore";
import { startFirestore, type RunningFirestore } from "../../src/index.ts";

export interface AdminDatabase {
  /** The client of the current test. */
  readonly db: Firestore;
  readonly firestore: RunningFirestore;
  /** A second client in the same project. */
  another(settings?: Settings): Firestore;
}

/** Registers the hooks with the surrounding `describe`. */
export function useAdminDatabase(): AdminDatabase {
  let firestore: RunningFirestore;
  let apps: App[] = [];
  let db: Firestore;
  let project = "";

  function connect(settings: Settings = {}): Firestore {
    const app = initializeApp({ projectId: project }, randomUUID());
    apps.push(app);
    const client = initializeFirestore(app);
    client.settings({
      host: firestore.host,
      ssl: false,
      customHeaders: { Authorization: "Bearer owner" },
      ...settings,
    });
    return client;
  }

  before(async () => {
    firestore = await startFirestore();
  });
  after(() => firestore.close());
  beforeEach(() => {
    project = `demo-${randomUUID()}`;
    db = connect();
  });
  afterEach(async () => {
    const opened = apps;
    apps = [];
    await Promise.all(opened.map((app) => deleteApp(app)));
  });
  return {
    get db() {
      return db;
    },
    get firestore() {
      return firestore;
    },
    another: connect,
  };
}

/** The gRPC status code of a failed operation. Undefined if it succeeded. */
export async function statusOf(operation: Promise<unknown>): Promise<number | undefined> {
  try {
    await operation;
    return undefined;
  } catch (error) {
    return (error as { code: number }).code;
  }
}
