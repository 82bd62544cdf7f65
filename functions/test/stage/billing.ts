// Counts what Firestore would bill for a task, where all requests of the functions pass: each
// document read (even a missing one), one read for an aggregation (of up to 1000 entries), at least
// one read for a query, and each write of a commit.
import type { Connection } from "../../src/firestore/connection.ts";
import { withCalls, type Call } from "./calls.ts";
export interface Bill {
  reads: number;
  writes: number;
  transactions: number;
}

interface Body {
  readonly documents?: readonly unknown[];
  readonly writes?: readonly unknown[];
  readonly transaction?: string;
}

export async function billOf(task: () => Promise<unknown>): Promise<Bill> {
  const bill: Bill = { reads: 0, writes: 0, transactions: 0 };
  const countCalls = (call: Call): Call =>
    async function (this: Connection, method, body, parent) {
      const { documents = [], writes = [], transaction } = body as Body;
      if (method === "commit") {
        bill.writes += writes.length;
        bill.transactions += transaction === undefined ? 0 : 1;
      }
      const answer = await call.call(this, method, body, parent);
      if (method === "batchGet") bill.reads += documents.length;
      if (method === "runAggregationQuery") bill.reads += 1;
      if (method === "runQuery") {
        const found = (answer as { document?: unknown }[]).filter(({ document }) => document !== undefined);
        bill.reads += Math.max(1, found.length);
      }
      return answer;
    };
  await withCalls(countCalls, task);
  return bill;
}
