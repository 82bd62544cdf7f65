// `@meetogram/client/room` in the pages of another site: two rooms in one page find each other.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type * as roomPackage from "@meetogram/client/room";
import type { SiteConfig } from "@meetogram/client/room";
import { expect } from "chai";
import { build } from "esbuild";
import { seedRoom } from "../../../scripts/system/seed.ts";
import { withPeople } from "../support/browser.ts";
import { getSystem, useSystem } from "../support/system.ts";

const script = `import * as room from "@meetogram/client/room"; Object.assign(globalThis, { room });`;

/** Runs the body while another site answers with a page that has the package. */
async function withSite(body: (origin: string) => Promise<void>): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    write: false,
  });
  const server = createServer((request, response) => {
    const isScript = request.url === "/room.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? outputFiles[0]?.text : '<!doctype html><script type="module" src="/room.js"></script>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await body(`http://localhost:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("a room entered by a page of another site", () => {
  useSystem();

  it("connects with the browser's own WebRTC, and carries what is said", () =>
    withSite((origin) =>
      withPeople(1, async ({ page }) => {
        const { url, ports } = await getSystem();
        const link = await seedRoom({ url, firestorePort: ports.firestore });
        const config = (await (await fetch(`${url}/config.json`)).json()) as SiteConfig;
        await page.goto(origin);
        const heard = await page.evaluate(
          async (options) => {
            const { connectToOthers, enterRoom } = (globalThis as unknown as { room: typeof roomPackage }).room;
            const ann = await enterRoom({ ...options, name: "Ann" });
            const ben = await enterRoom({ ...options, name: "Ben" });
            const hearing = new Promise<string>((resolve) => {
              connectToOthers({
                room: ben,
                onMessage: (peer, message) => {
                  if (message.type === "chat") resolve(`${peer.name}: ${message.message.text}`);
                },
              });
            });
            const message = { id: "A".repeat(22), order: Date.now(), writtenAtMs: Date.now(), text: "Hello" };
            connectToOthers({ room: ann, onReached: (peer) => void peer.send({ type: "chat", message }) });
            const said = await hearing;
            await Promise.all([ann.leave(), ben.leave()]);
            return said;
          },
          { link, config },
        );
        expect(heard).to.equal("Ann: Hello");
      }),
    ));
});
