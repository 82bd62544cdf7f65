// Which version of the documents a read sees.

/** At most one of the two. Neither: the current version. */
export interface ReadOptions {
  readonly transaction?: string | undefined;
  readonly readTime?: string | undefined;
}
