// The writes of a commit: https://firebase.google.com/docs/firestore/reference/rest/v1/Write
import { encodeFields, type Fields } from "./values.ts";

export interface Write {
  readonly path: string;
  /** Undefined deletes the document. */
  readonly fields?: Fields;
  /** Only these change. */
  readonly mask?: readonly string[];
  /** Otherwise the whole commit is refused. */
  readonly mustExist?: boolean;
}

/** Fails with `ALREADY_EXISTS`. */
export function create(path: string, fields: Fields): Write {
  return { path, fields, mustExist: false };
}

/** Replaces the document, if there is one. */
export function set(path: string, fields: Fields): Write {
  return { path, fields };
}

/** Changes these fields, whose names are simple. Fails with `NOT_FOUND`. */
export function update(path: string, fields: Fields): Write {
  return { path, fields, mask: Object.keys(fields), mustExist: true };
}

export function remove(path: string): Write {
  return { path };
}

export function encodeWrite({ path, fields, mask, mustExist }: Write, root: string): object {
  const name = `${root}/${path}`;
  return {
    ...(fields === undefined ? { delete: name } : { update: { name, fields: encodeFields(fields) } }),
    ...(mask && { updateMask: { fieldPaths: mask } }),
    ...(mustExist !== undefined && { currentDocument: { exists: mustExist } }),
  };
}
