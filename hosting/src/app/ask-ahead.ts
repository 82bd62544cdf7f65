// What every visitor with an invitation asks for first. The answers travel while the room's screen
// does. An address that has to be mended asks later.
import { sendAhead } from "../api/ahead.ts";
import { configPath } from "../api/config-path.ts";
import { local } from "../browser/storage.ts";

const roomAddress = /^\/(?:r|embed)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function askAhead({ pathname, hostname }: Location): void {
  sendAhead(configPath(hostname), { cache: "default" });
  const [, uuid] = roomAddress.exec(pathname) ?? [];
  if (uuid === undefined) return;
  sendAhead(`/room/${uuid}`);
  if (local.read("userID") !== null) return;
  sendAhead("/user/generateID", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
}
