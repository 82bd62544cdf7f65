// One database. Wires storage, locks and transactions to the methods that the service calls. Names
// are checked here, so that the layers below never see the name of another database.
import { aggregate, parseAggregations } from "./queries/aggregate.ts";
import { createCommitter } from "./writes/commit-writes.ts";
import { FirestoreError } from "./values/errors.ts";
import { evaluateQuery } from "./queries/evaluate-query.ts";
import { listCollectionIdsPage } from "./queries/list-collection-ids.ts";
import { listPage, parseListing } from "./queries/list-documents.ts";
import { createLockQueue } from "./transactions/lock-queue.ts";
import { createLockTable } from "./transactions/lock-table.ts";
import { parseQuery } from "./queries/parse-query.ts";
import { checkPartitionable, partition } from "./queries/partition-query.ts";
import { projectDocument } from "./queries/projection.ts";
import { createReader } from "./transactions/read-documents.ts";
import { checkDatabaseName, documentsRoot, parseDocumentName, parseParentName } from "./values/resource-name.ts";
import { createStorage } from "./storage/storage.ts";
import { createTransactions } from "./transactions/transactions.ts";
import { saveDocuments, type SavedDocument } from "./saved-data.ts";
import type { Document } from "./values/values.ts";
import type { Database, EngineOptions } from "./database.ts";
import type { ResourceName } from "./values/resource-name.ts";

/** What only the engine may do. */
export type OwnedDatabase = Database & {
  clear(): void;
  save(): Record<string, SavedDocument>;
  restore(documents: readonly Document[]): void;
};

export function createDatabase(name: string, options: EngineOptions): OwnedDatabase {
  checkDatabaseName(name);
  const storage = createStorage(() => options.nowMicros());
  const table = createLockTable();
  const transactions = createTransactions(options, (owner, error) => locks.releaseAll(owner, error));
  const locks = createLockQueue(table, options, ({ transaction }) => {
    if (transaction !== undefined) transactions.end(transaction);
  });
  const reader = createReader(storage, table, locks, transactions);
  const committer = createCommitter(name, storage, locks, transactions);

  const checkOwn = ({ database }: ResourceName) => {
    if (database === name) return;
    throw new FirestoreError("INVALID_ARGUMENT", `"${database}" is not this database, "${name}".`);
  };
  const everything = { parent: documentsRoot(name), allDescendants: true };
  const checkParent = (parent: string) => checkOwn(parseParentName(parent));

  return {
    name,
    readTime: storage.readTime,
    get(document) {
      checkOwn(parseDocumentName(document));
      return storage.current.get(document);
    },
    evaluate: (query) => evaluateQuery(query, storage.current).documents,
    async batchGet(names, selector = {}) {
      for (const each of names) checkOwn(parseDocumentName(each));
      return reader.readDocuments(names, selector, (snapshot, readTime) => ({
        documents: names.map((each) => snapshot.get(each)),
        readTime,
      }));
    },
    async runQuery(parent, message, selector = {}) {
      checkParent(parent);
      const query = parseQuery(parent, message);
      return reader.readQuery(query, selector, (snapshot, readTime) => {
        const { documents, skipped } = evaluateQuery(query, snapshot);
        const projected = documents.map((document) => projectDocument(document, query.select));
        return { documents: projected, skippedResults: skipped, readTime };
      });
    },
    async runAggregation(parent, message, selector = {}) {
      checkParent(parent);
      const query = parseQuery(parent, message.structuredQuery ?? {});
      const aggregations = parseAggregations(message.aggregations ?? []);
      return reader.readQuery(query, selector, (snapshot, readTime) => {
        const { documents } = evaluateQuery(query, snapshot);
        return { aggregateFields: aggregate(documents, aggregations), readTime };
      });
    },
    async partitionQuery(parent, message, partitionOptions = {}) {
      checkParent(parent);
      const query = parseQuery(parent, message);
      checkPartitionable(query);
      const { readTime } = partitionOptions;
      return reader.readQuery(query, { readTime }, (snapshot) => partition(query, snapshot, partitionOptions));
    },
    async listDocuments(parent, collectionId, listing = {}) {
      checkParent(parent);
      const query = parseListing(parent, collectionId, listing);
      return reader.readQuery(query, listing, (snapshot) => listPage(query, snapshot, storage.tree, listing));
    },
    listCollectionIds(parent, listing = {}) {
      checkParent(parent);
      return listCollectionIdsPage(parent, storage.tree, listing);
    },
    commit: (writes, commitOptions = {}) => committer.commit(writes, commitOptions),
    beginTransaction(transactionOptions = {}) {
      const { readOnly } = transactionOptions;
      const readTime =
        readOnly && (readOnly.readTime ? storage.snapshotAt(readOnly.readTime).readTime : storage.readTime());
      return transactions.begin(transactionOptions, readTime);
    },
    rollback: (id) => transactions.rollback(id),
    watch: storage.watch,
    save: () => saveDocuments(storage.current.documents(everything)),
    restore: storage.restore,
    clear() {
      transactions.endAll();
      const changes = [...storage.current.documents(everything)].map((before) => ({ name: before.name, before }));
      storage.apply(changes, storage.nextCommitTime());
    },
  };
}
