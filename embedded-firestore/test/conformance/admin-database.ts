// A server and a firebase-admin client for one suite. Every test starts with an empty database.
import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp, type App } from "firebase-admin/app";
import { initializeFirestore, type Firestore, type Settings } from "firebase-admin/firestore";
import { startFirestore, type RunningFirestore } from "../../src/index.ts";
import { createManualScheduler } from "../service/manual-scheduler.ts";

export interface AdminDatabase {
  /** The client of the suite. */
  readonly db: Firestore;
  readonly firestore: RunningFirestore;
  /** Another client, closed after the test. */
  another(settings?: Settings): Firestore;
}

interface Connection {
  readonly app: App;
  readonly client: Firestore;
}

/** Registers the hooks with the surrounding `describe`. */
export function useAdminDatabase(): AdminDatabase {
  const project = `demo-${randomUUID()}`;
  let firestore: RunningFirestore;
  let shared: Connection;
  const others: Connection[] = [];

  function connect(settings: Settings = {}): Connection {
    const app = initializeApp({ projectId: project }, randomUUID());
    const client = initializeFirestore(app);
    client.settings({
      host: firestore.host,
      ssl: false,
      customHeaders: { Authorization: "Bearer owner" },
      ...settings,
    });
    return { app, client };
  }

  before(async () => {
    // With this clock no lock wait times out, however slow the machine is.
    firestore = await startFirestore({ scheduler: createManualScheduler() });
    shared = connect();
  });
  after(async () => {
    await deleteApp(shared.app);
    await firestore.close();
  });
  afterEach(async () => {
    await Promise.all(others.splice(0).map(({ app }) => deleteApp(app)));
    firestore.clear(project);
  });
  return {
    get db() {
      return shared.client;
    },
    get firestore() {
      return firestore;
    },
    another(settings) {
      const connection = connect(settings);
      others.push(connection);
      return connection.client;
    },
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
