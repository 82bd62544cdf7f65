// Who this browser is. The userID is a secret between it and the server; the session tells this tab from another; the name is
// shown to others only sealed.
import { ref, watch } from "vue";
import { local, session as tab } from "../browser/storage.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

interface IDSource {
  generateID(options: { signal: AbortSignal }): Promise<{ userID: string }>;
}

let generating: Promise<string> | null = null;

/** The remembered userID, or a new one from the server, asked for once however many need it. */
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

/** For a tab that turns out to be a copy of another one: copying a tab copies its session. */
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
