// The throughput of firebase-admin over gRPC, and the cost of a commit with listeners and many
// stored documents.
import { deleteApp, initializeApp } from "firebase-admin/app";
import { initializeFirestore, type Firestore } from "firebase-admin/firestore";

export interface Admin {
  readonly db: Firestore;
  close(): Promise<void>;
}

export function connectAdmin(host: string): Admin {
  const app = initializeApp({ projectId: "demo-benchmark" }, host);
  const db = initializeFirestore(app);
  db.settings({ host, ssl: false, customHeaders: { Authorization: "Bearer owner" } });
  return { db, close: () => deleteApp(app) };
}

/** The duration of each of `count` runs, one after another, in milliseconds. */
export async function time(count: number, run: (n: number) => Promise<unknown>): Promise<number[]> {
  const durations: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now();
    await run(n);
    durations.push(performance.now() - startedAt);
  }
  return durations;
}

/**
 * Writes the documents `from` to `to` of the collection `stored`, each with a group, a name and a
 * number.
 */
export async function fill(db: Firestore, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 1000) {
    const batch = db.batch();
    for (let n = start; n < Math.min(to, start + 1000); n += 1) {
      batch.set(db.doc(`stored/d${n}`), { n, group: n % 1000, name: `document number ${n}` });
    }
    await batch.commit();
  }
}

/** Times commits, each of which one listener sees. */
export async function timeCommits(db: Firestore, listeners: number, commits: number): Promise<number[]> {
  const stops: (() => void)[] = [];
  await Promise.all(
    Array.from({ length: listeners }, (_none, group) => {
      const query = db.collection("stored").where("group", "==", group);
      const watched = group % 2 === 0 ? query : query.orderBy("n").limit(10);
      return new Promise<void>((resolve, reject) => stops.push(watched.onSnapshot(() => resolve(), reject)));
    }),
  );
  const write = (n: number): Promise<unknown> => db.doc(`stored/d${n % listeners}`).update({ touched: Math.random() });
  await time(50, write);
  const durations = await time(commits, write);
  for (const stop of stops) stop();
  return durations;
}
