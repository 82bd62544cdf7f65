// Where packing puts things, for a moment.
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export const manifest = at("../package.json");
/** The manifest of the repository while the published one is in its place. */
export const kept = at("../.package.repository.json");
export const licence = at("../LICENSE");
export const sourceLicence = at("../../LICENSE");
export const dist = at("../dist");
