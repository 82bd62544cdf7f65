// Says that something may have been kept of files. Without the mark, a start reads nothing.
import { local } from "../../../../browser/storage.ts";

const name = "filesKept";

export const keptMark = {
  isSet: () => local.read(name) !== null,
  set: () => local.write(name, "yes"),
  remove: () => local.remove(name),
};
