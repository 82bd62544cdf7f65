// Queries and aggregations. The rules check the query before it runs: rules are not filters.

import { FirestoreError, parseParentName, relativePath, type Database, type StructuredQuery } from "../engine/index.ts";
import type { Caller } from "./access/caller.ts";
import { readConsistently } from "./consistency.ts";
import type { Context } from "./access/context.ts";
import type { Message } from "./protocol/firestore-service.ts";
import type { PartitionQueryRequest, RunAggregationQueryRequest, RunQueryRequest } from "./protocol/messages.ts";

export async function runQuery(context: Context, caller: Caller, request: RunQueryRequest): Promise<Message[]> {
  const { parent = "", structuredQuery } = request;
  const database = open(context, request);
  if (!structuredQuery) throw new FirestoreError("INVALID_ARGUMENT", "structured_query is missing.");
  const { result, transaction } = await readConsistently(database, request, (options) => {
    context.authorizer.checkList(caller, database, parent, structuredQuery);
    return database.runQuery(parent, structuredQuery, options);
  });
  const { readTime, skippedResults } = result;
  const collection = collectionOf(parent, structuredQuery);
  const found = result.documents.map(({ name }) => relativePath(name));
  const skipped = Array<string>(skippedResults).fill(collection);
  context.reads.count(caller, database, "query", [...skipped, ...found], collection);
  const answers: Message[] = result.documents.map((document) => ({ document, readTime }));
  const first = {
    ...(transaction === undefined ? {} : { transaction }),
    ...(skippedResults ? { skippedResults } : {}),
  };
  // An empty result still carries its read time. A new transaction comes before any document.
  if (answers.length === 0 || Object.keys(first).length > 0) answers.unshift({ ...first, readTime });
  return answers.map((answer, index) => (index === answers.length - 1 ? { ...answer, done: true } : answer));
}

export async function runAggregationQuery(
  context: Context,
  caller: Caller,
  request: RunAggregationQueryRequest,
): Promise<Message[]> {
  const { parent = "", structuredAggregationQuery } = request;
  const database = open(context, request);
  const structuredQuery = structuredAggregationQuery?.structuredQuery;
  if (!structuredQuery) throw new FirestoreError("INVALID_ARGUMENT", "structured_aggregation_query is missing.");
  const { result, transaction } = await readConsistently(database, request, (options) => {
    context.authorizer.checkList(caller, database, parent, structuredQuery);
    return database.runAggregation(parent, structuredAggregationQuery, options);
  });
  const { aggregateFields, readTime } = result;
  // One for up to 1,000 entries of an index. More are not told apart here.
  context.reads.count(caller, database, "query", [], collectionOf(parent, structuredQuery));
  return [{ result: { aggregateFields }, readTime, ...(transaction === undefined ? {} : { transaction }) }];
}

export async function partitionQuery(
  context: Context,
  caller: Caller,
  request: PartitionQueryRequest,
): Promise<Message> {
  context.authorizer.checkAdmin(caller, "partition queries");
  const { parent = "", structuredQuery } = request;
  const database = open(context, request);
  if (!structuredQuery) throw new FirestoreError("INVALID_ARGUMENT", "structured_query is missing.");
  return { ...(await database.partitionQuery(parent, structuredQuery, request)) };
}

function collectionOf(parent: string, query: StructuredQuery | undefined): string {
  return relativePath(`${parent}/${query?.from?.[0]?.collectionId ?? ""}`);
}

function open(
  { engine }: Context,
  { parent = "", explainOptions }: { parent?: string; explainOptions?: object },
): Database {
  if (explainOptions) throw new FirestoreError("UNIMPLEMENTED", "explain_options are not implemented.");
  return engine.database(parseParentName(parent).database);
}
