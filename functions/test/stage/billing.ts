// Counts what Firestore would bill for a task, where all calls of the Admin SDK pass: each document
// read (even a missing one), one read for an aggregation (of up to 1000 entries), at least one read
// for a query, and each write of a commit.
import { Firestore } from "firebase-admin/firestore";

export interface Bill {
  reads: number;
  writes: number;
  transactions: number;
}

interface Requests {
  request(method: string, request: object, ...rest: unknown[]): Promise<unknown>;
  requestStream(method: string, bidirectional: boolean, request: object, ...rest: unknown[]): Promise<EventSource>;
}

interface EventSource {
  emit(event: string, ...values: unknown[]): boolean;
}

export async function billOf(task: () => Promise<unknown>): Promise<Bill> {
  const bill: Bill = { reads: 0, writes: 0, transactions: 0 };
  const prototype = Firestore.prototype as unknown as Requests;
  const { request, requestStream } = prototype;
  prototype.request = function (method, message, ...rest) {
    if (method === "commit" || method === "batchWrite") {
      bill.writes += (message as { writes?: unknown[] }).writes?.length ?? 0;
      bill.transactions += (message as { transaction?: unknown }).transaction ? 1 : 0;
    }
    return request.call(this, method, message, ...rest);
  };
  prototype.requestStream = async function (method, bidirectional, message, ...rest) {
    const stream = await requestStream.call(this, method, bidirectional, message, ...rest);
    if (method === "batchGetDocuments") {
      bill.reads += (message as { documents: unknown[] }).documents.length;
    } else if (method === "runAggregationQuery") {
      bill.reads += 1;
    } else if (method === "runQuery") {
      countDocuments(stream, bill);
    }
    return stream;
  };
  try {
    await task();
  } finally {
    Object.assign(prototype, { request, requestStream });
  }
  return bill;
}

function countDocuments(stream: EventSource, bill: Bill): void {
  let documents = 0;
  const emit = stream.emit.bind(stream);
  stream.emit = (event, ...values) => {
    if (event === "data" && (values[0] as { document?: unknown } | undefined)?.document) documents += 1;
    if (event === "end") bill.reads += Math.max(1, documents);
    return emit(event, ...values);
  };
}
