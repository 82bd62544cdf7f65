// What the server sees of two people who meet: nothing that reveals or describes their connection.
// What the server adds is refused.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { FieldValue, Timestamp } from "firebase-admin/firestore";
import type { Page } from "playwright-core";
import { root } from "../../../../scripts/system/start-system.ts";
import { withPeople, type Person } from "../../support/browser.ts";
import { watchRoom } from "../../support/stored/documents.ts";
import { eventually } from "../../support/eventually.ts";
import { findLeaks } from "../../support/attacks/leaks.ts";
import { connect, countTiles, createRoom, expectSeesAndHears, openLink } from "../../support/meeting.ts";
import { expectUnbrokenMedia } from "../../support/media.ts";
import { openPeoplePanel } from "../../support/panel.ts";
import { getSystem, useSystem } from "../../support/system.ts";
import { startProxy } from "../../support/network/proxy.ts";

/** Every request of the person's browser: URL, headers, body. */
function collectRequests({ context }: Person): () => Promise<string[]> {
  const collected: Promise<string>[] = [];
  context.on("request", (request) => {
    const headers = request.allHeaders().catch(() => request.headers());
    collected.push(
      headers.then((known) => [request.url(), JSON.stringify(known), request.postData() ?? ""].join("\n")),
    );
  });
  return () => Promise.all(collected);
}

interface Watched extends Window {
  connections?: RTCPeerConnection[];
}

/** The local descriptions of the page's connections: plaintext that must not leave the page. */
function readDescriptions(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ((window as Watched).connections ?? []).flatMap(({ localDescription }) => localDescription?.sdp ?? []),
  );
}

function addressesIn(descriptions: readonly string[]): string[] {
  const fields = descriptions.flatMap((sdp) => [...sdp.matchAll(/^a=candidate:\S+ \d+ \S+ \d+ (\S+)/gm)]);
  // Here, loopback is the address of the servers.
  return [...new Set(fields.map(([, address]) => address ?? ""))].filter((address) => !/^(127\.|::1$)/.test(address));
}

describe("what passes through the server", () => {
  useSystem();

  it("is sealed: no key, description, candidate or address in any request, document or log", async () => {
    const { ports, firestore, firestoreProxy, denials } = await getSystem();
    const hostingProxy = await startProxy(ports.hosting);
    const stopRecording = [firestoreProxy.record(), hostingProxy.record()];
    const readProxyRecords = () => stopRecording.map((read) => read().join("\n"));
    try {
      await withPeople([{ origin: hostingProxy.origin }, { origin: hostingProxy.origin }], async (ann, ben) => {
        const readRequests = [collectRequests(ann!), collectRequests(ben!)];
        const link = await createRoom(ann!);
        const { hash, pathname } = new URL(link);
        const room = watchRoom(firestore, pathname.split("/")[2]!);
        try {
          await ann!.page.getByTestId("name").fill("Ann Plaintext");
          await connect(ann!);
          await openLink(ben!, link);
          await connect(ben!);
          for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
          await eventually(
            "an offer and an answer, seen by the administrator",
            async () => new Set(room.messages.map(({ to }) => to)).size,
            (inboxes) => inboxes === 2,
          );
          const own = (await Promise.all([ann!, ben!].map(({ page }) => readDescriptions(page)))).flat();
          const secrets = { key: hash.slice(1), addresses: addressesIn(own) };
          expect(findLeaks(own, secrets), "the plaintext itself is recognised").not.to.deep.equal([]);
          expect(secrets.addresses, "the devices have addresses").not.to.deep.equal([]);

          const requests = (await Promise.all(readRequests.map((read) => read()))).flat();
          const [toFirestore = "", toHosting = ""] = readProxyRecords();
          const log = readFileSync(join(root, ".local", `emulators-${ports.hosting}.log`), "utf8");
          const seen = {
            requests,
            proxies: [toFirestore, toHosting],
            documents: room.documents.map((data) => JSON.stringify(data)),
            messages: room.messages.map((data) => JSON.stringify(data)),
            logs: [log, ...denials],
          };
          for (const [where, texts] of Object.entries(seen)) expect(findLeaks(texts, secrets), where).to.deep.equal([]);
          for (const texts of Object.values(seen)) expect(texts.join("\n")).not.to.include("Ann Plaintext");
          // The search covers the places where the signals are.
          for (const { payload } of room.messages) {
            expect(toFirestore, "messages pass the proxy").to.include(payload as string);
            expect(requests.join("\n"), "messages are in the requests").to.include(payload as string);
          }
          expect(toHosting).to.include("/connect");

          // The same search finds a leak: here is one.
          const recordAgain = [firestoreProxy.record(), hostingProxy.record()];
          await ben!.page.evaluate(
            async ({ description, key, firestorePort }) => {
              await fetch(`/leak?key=${key}`, { method: "POST", body: description });
              await fetch(`http://leak.localhost:${firestorePort}/`, {
                method: "POST",
                mode: "no-cors",
                body: encodeURIComponent(description),
              });
            },
            { description: own[0]!, key: secrets.key, firestorePort: firestoreProxy.port },
          );
          const after = (await Promise.all(readRequests.map((read) => read()))).flat().slice(requests.length);
          expect(findLeaks(after, secrets)).to.have.length.of.at.least(2);
          for (const read of recordAgain) expect(findLeaks(read(), secrets)).not.to.deep.equal([]);
        } finally {
          room.stop();
        }
      });
    } finally {
      for (const stop of stopRecording) stop();
      await hostingProxy.close();
    }
  });

  it("is refused and reported after tampering, and the call is unharmed", () =>
    withPeople(2, async (ann, ben) => {
      const { firestore } = await getSystem();
      const link = await createRoom(ann);
      const uuid = new URL(link).pathname.split("/")[2]!;
      const room = watchRoom(firestore, uuid);
      try {
        await connect(ann);
        await openLink(ben, link);
        await connect(ben);
        for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
        const idOfBen = await ann.page.getByTestId("tile").getAttribute("data-participant");
        const idOfAnn = await ben.page.getByTestId("tile").getAttribute("data-participant");
        const fromBen = () => room.messages.find(({ from, to }) => from === idOfBen && to === idOfAnn);
        const genuine = await eventually(
          "a message from Ben",
          async () => fromBen(),
          (message) => message !== undefined,
        );
        const payload = genuine!["payload"] as string;
        const middle = Math.floor(payload.length / 2);
        const tampered = payload.slice(0, middle) + (payload[middle] === "A" ? "B" : "A") + payload.slice(middle + 1);
        const write = (to: string, from: string, changed: string) =>
          firestore.collection(`rooms/${uuid}/users/${to}/inbox`).add({
            from,
            session: genuine!["session"] as string,
            payload: changed,
            sentAt: FieldValue.serverTimestamp(),
            expireAt: Timestamp.fromMillis(Date.now() + 60_000),
          });
        for (const { page } of [ann, ben]) expect(await page.getByTestId("popup").count()).to.equal(0);
        // One has a changed character. The other was never sealed.
        await write(idOfAnn!, idOfBen!, tampered);
        await write(idOfBen!, idOfAnn!, "x".repeat(200));
        // The host learns who sent it. A guest who reaches others cannot do anything about it.
        await ann.page.locator('[data-testid="popup"][data-code="signal-refused"]').waitFor();
        await expectUnbrokenMedia([ann, ben], 1, 3_000);
        expect(await ben.page.getByTestId("popup").count()).to.equal(0);
        await ann.page.getByTestId("popup").getByRole("button", { name: "Close" }).click();
        await openPeoplePanel(ann);
        await ann.page.locator(`[data-participant="${idOfBen}"] [data-testid="suspicion"]`).waitFor();
        for (const { page } of [ann, ben]) expect(await countTiles(page)).to.equal(1);
      } finally {
        room.stop();
      }
    }));
});
