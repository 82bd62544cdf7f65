// A server and clients of the JS SDK in Node for one suite. Each test gets its own project.
import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp, type FirebaseApp } from "firebase/app";
import {
  connectFirestoreEmulator,
  initializeFirestore,
  setLogLevel,
  terminate,
  type Firestore,
} from "firebase/firestore";
import { startFirestore, type RunningFirestore } from "../../src/index.ts";

export interface WebDatabase {
  readonly db: Firestore;
  readonly firestore: RunningFirestore;
  /** A second client in the same project, with its own cache. */
  another(): Firestore;
}

/** Registers the hooks with the surrounding `describe`. */
export function useWebDatabase(): WebDatabase {
  let firestore: RunningFirestore;
  let opened: { app: FirebaseApp; client: Firestore }[] = [];
  let db: Firestore;
  let project = "";

  function connect(): Firestore {
    const app = initializeApp({ projectId: project, apiKey: "none" }, randomUUID());
    const client = initializeFirestore(app, {});
    connectFirestoreEmulator(client, "127.0.0.1", firestore.port, { mockUserToken: "owner" });
    opened.push({ app, client });
    return client;
  }

  before(async () => {
    setLogLevel("silent");
    firestore = await startFirestore();
  });
  after(() => firestore.close());
  beforeEach(() => {
    project = `demo-${randomUUID()}`;
    db = connect();
  });
  afterEach(async () => {
    const closing = opened;
    opened = [];
    for (const { app, client } of closing) {
      await terminate(client);
      await deleteApp(app);
    }
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

export interface Watch<T> {
  /** The next event, whether it has already arrived or not. */
  next(): Promise<T>;
  /** Skips events until one fits. */
  until(fits: (event: T) => boolean): Promise<T>;
  readonly waiting: number;
  stop(): void;
}

/** Turns a subscription into events that a test awaits one by one. */
export function watch<T>(subscribe: (report: (event: T) => void) => () => void): Watch<T> {
  const events: T[] = [];
  let wake = (): void => {};
  const stop = subscribe((event) => {
    events.push(event);
    wake();
  });
  const next = async (): Promise<T> => {
    while (events.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return events.shift() as T;
  };
  return {
    next,
    async until(fits) {
      for (;;) {
        const event = await next();
        if (fits(event)) return event;
      }
    },
    get waiting() {
      return events.length;
    },
    stop,
  };
}
