// `@meetogram/client/room` in the pages of another site: two rooms in one page find each other.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type * as roomPackage from "@meetogram/client/room";
import type { EnterOptions, Others, Peer, SiteConfig } from "@meetogram/client/room";
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

  /** Runs in a page that has the package. `options` are those of both rooms. */
  async function inPage<T>(run: (options: Omit<EnterOptions, "name">) => Promise<T>): Promise<T> {
    const { url, ports } = await getSystem();
    const link = await seedRoom({ url, firestorePort: ports.firestore });
    const config = (await (await fetch(`${url}/config.json`)).json()) as SiteConfig;
    let result!: T;
    await withSite((origin) =>
      withPeople(1, async ({ page }) => {
        await page.goto(origin);
        result = await page.evaluate(run, { link, config });
      }),
    );
    return result;
  }

  it("connects with the browser's own WebRTC, and carries what is said", async () => {
    const heard = await inPage(async (options) => {
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
    });
    expect(heard).to.equal("Ann: Hello");
  });

  it("connects again after a connection has broken, but not to who has said goodbye", async () => {
    const events = await inPage(async (options) => {
      const { connectToOthers, enterRoom } = (globalThis as unknown as { room: typeof roomPackage }).room;
      const ann = await enterRoom({ ...options, name: "Ann" });
      const ben = await enterRoom({ ...options, name: "Ben" });
      const seen: string[] = [];
      let react = () => {};
      const until = (event: string) =>
        new Promise<void>((resolve) => {
          react = () => {
            if (seen.at(-1) === event) resolve();
          };
          react();
        });
      const note = (event: string) => {
        seen.push(event);
        react();
      };
      connectToOthers({
        room: ann,
        onReached: ({ name }) => note(`${name} reached`),
        onGone: ({ name }) => note(`${name} gone`),
      });
      let others!: Others;
      const reaching = new Promise<Peer>((resolve) => {
        others = connectToOthers({ room: ben, onReached: resolve });
      });
      await until("Ben reached");
      (await reaching).connection.close();
      await until("Ben gone");
      await until("Ben reached");
      await others.close();
      await until("Ben gone");
      const left = others.peers().length;
      await Promise.all([ann.leave(), ben.leave()]);
      return [...seen, left];
    });
    expect(events).to.deep.equal(["Ben reached", "Ben gone", "Ben reached", "Ben gone", 0]);
  });
});
