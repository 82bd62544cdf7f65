// Who this browser is. Only the server knows the userID. The session distinguishes tabs. Others see
// the name, which the server only has sealed.
import { ref, watch } from "vue";
import { local, session as tab } from "../../browser/storage.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

interface IDSource {
  generateID(options: { signal: AbortSignal }): Promise<{ userID: string }>;
}

let generating: Promise<string> | null = null;

/** The stored userID, or a new one from the server. Concurrent callers share one request. */
async function fetchUserID(source: IDSource, signal: AbortSignal): Promise<string> {
  const remembered = local.read("userID");
  if (remembered !== null && uuidPattern.test(remembered)) return remembered;
  generating ??= generateUserID(source, signal).finally(() => (generating = null));
  return generating;
}

async function generateUserID(source: IDSource, signal: AbortSignal): Promise<string> {
  const { userID } = await source.generateID({ signal });
  local.write("userID", userID);
  return userID;
}

function readSession(): string {
  const remembered = tab.read("session");
  return remembered !== null && uuidPattern.test(remembered) ? remembered : renewSession();
}

/** For a tab that is a copy of another one: the copy has the same session. */
function renewSession(): string {
  const created = crypto.randomUUID();
  tab.write("session", created);
  return created;
}

const name = ref(local.read("name") ?? "");
watch(name, (current) => local.write("name", current));

export function useIdentity() {
  return { name, fetchUserID, readSession, renewSession };
}
