import { expect } from "chai";
import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { rulesOf, tokenOf } from "../../service/service-under-test.ts";
import { abandonedMs } from "../../../src/transports/web-channel/channel.ts";
import { createManualScheduler, type ManualScheduler } from "../../service/manual-scheduler.ts";

const database = "projects/demo-channel/databases/(default)";
const documents = `${database}/documents`;

type Item = [id: number, [message: Record<string, unknown>]];

describe("WebChannel requests", () => {
  let firestore: RunningFirestore;
  let scheduler: ManualScheduler;
  beforeEach(async () => {
    scheduler = createManualScheduler();
    firestore = await startFirestore({
      scheduler,
      rules: rulesOf("match /rooms/{r} { allow read, write: if request.auth.uid == 'alice'; }"),
    });
  });
  afterEach(() => firestore.close());

  const channel = (method: string, query: Record<string, string>): string =>
    `http://${firestore.host}/google.firestore.v1.Firestore/${method}/channel?${new URLSearchParams(query).toString()}`;

  const formOf = (messages: object[], offset: number, headers = ""): URLSearchParams =>
    new URLSearchParams([
      ["headers", headers],
      ["count", String(messages.length)],
      ["ofs", String(offset)],
      ...messages.map((message, index): [string, string] => [`req${index}___data__`, JSON.stringify(message)]),
    ]);

  async function handshake(method: string, messages: object[], authorization?: string): Promise<string> {
    const headers = `X-Goog-Api-Client:test\r\n${authorization === undefined ? "" : `Authorization:${authorization}\r\n`}`;
    const query = { VER: "8", RID: "1", CVER: "22", t: "1" };
    const response = await fetch(channel(method, query), { method: "POST", body: formOf(messages, 0, headers) });
    const [[[id, [kind, sid, ...rest]]]] = [parseFrames(await response.text())[0]] as unknown as [
      [[number, [string, string, ...unknown[]]]],
    ];
    expect([id, kind, rest]).to.deep.equal([0, "c", ["", 8, 12, 30000]]);
    return sid;
  }

  const forward = (method: string, sid: string, messages: object[], offset: number): Promise<Response> =>
    fetch(channel(method, { VER: "8", SID: sid, RID: "2", AID: "0" }), {
      method: "POST",
      body: formOf(messages, offset),
    });

  /** A long poll ends with the first data. */
  async function poll(method: string, sid: string, lastReceivedId: number): Promise<Item[]> {
    const query = { VER: "8", SID: sid, RID: "rpc", AID: String(lastReceivedId), CI: "1", TYPE: "xmlhttp" };
    const response = await fetch(channel(method, query));
    return parseFrames(await response.text()).flat() as Item[];
  }

  const set = (id: string): object => ({ writes: [{ update: { name: `${documents}/rooms/${id}`, fields: {} } }] });

  it("carry a stream from its first message to its responses", async () => {
    const target = { targetId: 2, documents: { documents: [`${documents}/rooms/a`] } };
    const sid = await handshake("Listen", [{ database, addTarget: target }], tokenOf("alice"));
    const items = await poll("Listen", sid, 0);
    expect(items.map(([id]) => id)).to.deep.equal([1, 2, 3, 4]);
    expect(items[0]?.[1][0]).to.deep.equal({ targetChange: { targetChangeType: "ADD", targetIds: [2] } });
    const answer = await forward("Listen", sid, [{ database, removeTarget: 2 }], 1);
    expect(parseFrames(await answer.text())[0]).to.deep.equal([0, 5, 7]);
    const [removed] = await poll("Listen", sid, 4);
    expect(removed).to.deep.equal([5, [{ targetChange: { targetChangeType: "REMOVE", targetIds: [2] } }]]);
  });

  it("process a repeated message once", async () => {
    const sid = await handshake("Write", [{ database }], tokenOf("alice"));
    await forward("Write", sid, [set("a")], 1);
    await forward("Write", sid, [set("a")], 1);
    await forward("Write", sid, [set("a"), set("b")], 1);
    const messages = [];
    for (let lastId = 0; messages.length < 3;) {
      const items = await poll("Write", sid, lastId);
      lastId = items.at(-1)?.[0] ?? lastId;
      messages.push(...items);
    }
    expect(messages.map(([id]) => id)).to.deep.equal([1, 2, 3]);
  });

  it("report why a stream ended, and ignore later messages", async () => {
    const sid = await handshake("Write", [{ database }], tokenOf("bob"));
    expect(await poll("Write", sid, 0)).to.have.length(1);
    await forward("Write", sid, [set("a")], 1);
    const [[, [message]]] = (await poll("Write", sid, 1)) as [Item];
    expect(message["error"]).to.deep.include({ code: 403, status: "PERMISSION_DENIED" });
    await forward("Write", sid, [set("b")], 2);
    expect(firestore.explain()).to.have.length(1);
  });

  it("reject an invalid message with an error on the stream", async () => {
    const sid = await handshake("Listen", [{ database, addTraget: {} }]);
    const [[, [message]]] = (await poll("Listen", sid, 0)) as [Item];
    expect(message["error"]).to.deep.include({ status: "INVALID_ARGUMENT" });
    const answer = await forward("Listen", sid, [{ database, addTraget: {} }], 1);
    expect(parseFrames(await answer.text())[0], "one error is enough").to.deep.equal([0, 1, 7]);
  });

  it("answer 400 with an empty body for an unknown session", async () => {
    const sid = await handshake("Listen", []);
    const end = await fetch(channel("Listen", { VER: "8", SID: sid, RID: "3", TYPE: "terminate" }), { method: "POST" });
    expect(end.status).to.equal(200);
    const unknown = await forward("Listen", sid, [], 1);
    expect([unknown.status, await unknown.text()]).to.deep.equal([400, ""]);
  });

  it("end an abandoned session", async () => {
    const sid = await handshake("Listen", []);
    scheduler.advance(abandonedMs);
    expect((await forward("Listen", sid, [], 0)).status).to.equal(400);
  });

  it("need no preflight, and let the page read the response", async () => {
    const response = await fetch(channel("Listen", { VER: "8", RID: "1" }), {
      method: "POST",
      headers: { Origin: "http://page.test" },
      body: formOf([], 0),
    });
    await response.text();
    expect(response.headers.get("access-control-allow-origin")).to.equal("http://page.test");
  });
});

function parseFrames(text: string): unknown[] {
  const frames = [];
  for (let rest = text; rest !== "";) {
    const newline = rest.indexOf("\n");
    const end = newline + 1 + Number(rest.slice(0, newline));
    frames.push(JSON.parse(rest.slice(newline + 1, end)));
    rest = rest.slice(end);
  }
  return frames;
}
