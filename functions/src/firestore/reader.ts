// Reads, in a transaction or not.
import { encodeQuery, type Query } from "./queries.ts";
import { decodeFields, type Fields, type JsonFields } from "./values.ts";
import type { Method } from "./connection.ts";

export interface Snapshot {
  readonly path: string;
  /** The last part of the path. */
  readonly id: string;
  /** Undefined if there is no such document. */
  readonly fields: Fields | undefined;
}

interface JsonDocument {
  readonly name: string;
  readonly fields?: JsonFields;
}

/** An element of any answer to a read. */
export interface ReadAnswer {
  readonly transaction?: string;
  readonly found?: JsonDocument;
  readonly missing?: string;
  readonly document?: JsonDocument;
  readonly result?: { readonly aggregateFields: { readonly count: { readonly integerValue: string } } };
}

export type ReadMethod = Exclude<Method, "commit" | "rollback">;

export abstract class Reader {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  protected abstract read(method: ReadMethod, body: object, parent?: string): Promise<readonly ReadAnswer[]>;

  async get(path: string): Promise<Snapshot> {
    const [snapshot] = await this.getAll(path);
    return snapshot!;
  }

  /** All of one moment, in this order. */
  async getAll(...paths: string[]): Promise<Snapshot[]> {
    const answers = await this.read("batchGet", { documents: paths.map((path) => `${this.#root}/${path}`) });
    const found = answers.flatMap((answer) => answer.found ?? []).map((document) => this.#toSnapshot(document));
    return paths.map((path) => found.find((snapshot) => snapshot.path === path) ?? missing(path));
  }

  async find(query: Query): Promise<Snapshot[]> {
    const { parent, query: structuredQuery } = encodeQuery(query);
    const answers = await this.read("runQuery", { structuredQuery }, parent);
    return answers.flatMap(({ document }) => (document ? [this.#toSnapshot(document)] : []));
  }

  /** Costs one read for a thousand documents. */
  async count(query: Query): Promise<number> {
    const { parent, query: structuredQuery } = encodeQuery(query);
    const aggregations = [{ alias: "count", count: {} }];
    const structuredAggregationQuery = { structuredQuery, aggregations };
    const answers = await this.read("runAggregationQuery", { structuredAggregationQuery }, parent);
    const result = answers.find((answer) => answer.result)?.result;
    return Number(result!.aggregateFields.count.integerValue);
  }

  #toSnapshot({ name, fields }: JsonDocument): Snapshot {
    return { ...missing(name.slice(this.#root.length + 1)), fields: decodeFields(fields) };
  }
}

function missing(path: string): Snapshot {
  return { path, id: path.slice(path.lastIndexOf("/") + 1), fields: undefined };
}
