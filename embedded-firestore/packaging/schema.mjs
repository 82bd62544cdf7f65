// The part of the schema that the server needs: google.firestore.v1 and what it refers to, without
// HTTP routes. So a user of the package does not install the whole official client library.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = createRequire(import.meta.url).resolve("@google-cloud/firestore/build/protos/v1.json");
/** What fields of google.firestore.v1 refer to. If one is missing, the server does not start. */
const wanted = {
  protobuf: ["NullValue", "Struct", "Value", "ListValue", "Timestamp", "Duration", "Empty", "Any"],
  type: ["LatLng", "DayOfWeek"],
  rpc: ["Status"],
};
const wrapper = /^(?:Double|Float|U?Int(?:32|64)|Bool|String|Bytes)Value$/;

/** The JSON that protobufjs reads. */
export async function extractSchema() {
  const root = JSON.parse(await readFile(source, "utf8"));
  const { firestore, ...others } = root.nested.google.nested;
  const nested = { firestore: withoutRoutes(firestore) };
  for (const [name, types] of Object.entries(wanted)) {
    const entries = Object.entries(others[name]?.nested ?? {});
    const kept = entries.filter(([type]) => types.includes(type) || (name === "protobuf" && wrapper.test(type)));
    nested[name] = { nested: Object.fromEntries(kept) };
  }
  return { options: root.options, nested: { google: { nested } } };
}

function withoutRoutes(node) {
  if (Array.isArray(node)) return node.map(withoutRoutes);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => key !== "parsedOptions" && !key.startsWith("(google.api."));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutRoutes(value)]));
}
