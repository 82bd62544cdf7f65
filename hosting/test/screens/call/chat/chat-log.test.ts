import { limits, type ChatMessage } from "@meetogram/contract";
import { expect } from "chai";
import { createChatLog, type ChatLog } from "../../../../src/screens/call/chat/chat-log.ts";

const nowMs = 1_800_000_000_000;
const year = 366 * 24 * 60 * 60_000;

const said = (order: number, text = `text ${order}`, id = String(order)): ChatMessage => ({
  id: id.padStart(22, "0"),
  order: nowMs + order,
  writtenAtMs: nowMs + order,
  text,
});

describe("the log of a chat", () => {
  let now: number;
  let log: ChatLog;
  beforeEach(() => {
    now = nowMs + 1_000_000;
    log = createChatLog(() => now);
  });

  const own = (author: string, message: ChatMessage) => log.add({ author, message, passedOn: null });
  const passOn = (author: string, message: ChatMessage, by = "eve") =>
    log.add({ author, message, passedOn: { by, name: "Somebody" } });
  const texts = () => log.entries.map(({ message }) => message.text);
  const countOf = (author: string) => log.entries.filter((entry) => entry.author === author).length;

  it("shows messages by their order, then author, then ID, in whatever order they come", () => {
    const given = [
      ["ben", said(2, "b2")],
      ["ann", said(3, "a3, first ID", "11")],
      ["ann", said(3, "a3, second ID", "12")],
      ["ann", said(2, "a2")],
      ["ben", said(1, "b1")],
    ] as const;
    for (let turn = 0; turn < given.length; turn += 1) {
      log = createChatLog(() => now);
      for (const [author, message] of [...given.slice(turn), ...given.slice(0, turn)]) own(author, message);
      expect(texts()).to.deep.equal(["b1", "a2", "b2", "a3, first ID", "a3, second ID"]);
    }
  });

  it("takes a message of an author once, and keeps the first text", () => {
    expect(own("ann", said(1, "first"))).not.to.equal(null);
    expect(own("ann", said(1, "second"))).to.equal(null);
    expect(texts()).to.deep.equal(["first"]);
  });

  it("takes the same ID from another author as another message", () => {
    own("eve", said(1, "of Eve"));
    own("ann", said(1, "of Ann"));
    expect(texts()).to.deep.equal(["of Ann", "of Eve"]);
  });

  it("puts a message from its author in the place of a passed-on one, and never the reverse", () => {
    passOn("ann", said(1, "forged"));
    expect(own("ann", said(1, "true"))).to.equal(null);
    passOn("ann", said(1, "forged again"));
    expect(log.entries.map(({ message, passedOn }) => [message.text, passedOn])).to.deep.equal([["true", null]]);
  });

  it("does not show what is empty when cleaned", () => {
    for (const text of ["\u200b", " \n\t ", "\ud800", "\u202e"]) expect(own("ann", said(1, text))).to.equal(null);
    expect(log.entries).to.deep.equal([]);
  });

  describe("goes on", () => {
    it("from the highest order that it has seen", () => {
      own("ann", said(5_000_000));
      expect(log.nextOrder()).to.equal(nowMs + 5_000_001);
      expect(log.nextOrder()).to.equal(nowMs + 5_000_002);
    });

    it("from its own time, if that is later", () => {
      own("ann", said(1));
      expect(log.nextOrder()).to.equal(now);
    });

    it("as if nothing had come after an order far ahead, which is shown where it came", () => {
      own("ann", said(1, "before"));
      own("eve", { ...said(2, "forged"), order: 8_640_000_000_000 });
      own("ann", said(3, "after"));
      expect(texts()).to.deep.equal(["before", "forged", "after"]);
      expect(log.nextOrder()).to.equal(now);
    });

    it("from the others when its own clock is years ahead", () => {
      now = nowMs + 3 * year;
      own("ann", said(1));
      expect(log.nextOrder()).to.equal(nowMs + 2);
    });
  });

  it("shows no time that has not come yet", () => {
    own("eve", { ...said(1), writtenAtMs: 8_640_000_000_000 });
    expect(log.entries[0]?.writtenAtMs).to.equal(now);
  });

  it("keeps the latest, and says that older ones are gone", () => {
    for (let order = 1; order <= limits.maxChatHistory; order += 1) own(order % 2 === 0 ? "ann" : "ben", said(order));
    expect([log.entries.length, log.hasForgotten]).to.deep.equal([limits.maxChatHistory, false]);
    own("cid", said(limits.maxChatHistory + 1));
    expect([log.entries.length, log.hasForgotten]).to.deep.equal([limits.maxChatHistory, true]);
    expect(texts()[0]).to.equal("text 2");
    expect(own("ben", said(1)), "an old one does not come back").to.equal(null);
  });

  it("lets no author push out the others", () => {
    for (let order = 1; order <= 60; order += 1) own("ann", said(order));
    for (let order = 100; order < 1_100; order += 1) own("eve", said(order));
    expect([countOf("ann"), countOf("eve")]).to.deep.equal([60, limits.maxChatPerAuthor]);
  });

  it("lets nobody push out anything by passing on, whatever authors they name", () => {
    for (let order = 1; order <= 100; order += 1) own(order % 2 === 0 ? "ann" : "ben", said(order));
    for (let order = 1; order <= 20; order += 1) passOn("left", said(order), "ann");
    for (let order = 200; order < 600; order += 1) passOn(`nobody ${order}`, said(order), "eve");
    expect([countOf("ann"), countOf("ben")]).to.deep.equal([50, 50]);
    expect(log.entries.length).to.equal(limits.maxChatHistory);
    own("ann", said(700));
    expect([countOf("ann"), log.entries.length]).to.deep.equal([51, limits.maxChatHistory]);
  });

  it("bounds what one participant passes on", () => {
    for (let order = 1; order <= 20; order += 1) passOn("left", said(order), "ann");
    for (let order = 200; order < 600; order += 1) passOn(`nobody ${order}`, said(order), "eve");
    expect([countOf("left"), log.entries.length]).to.deep.equal([20, 20 + limits.maxChatPerAuthor]);
  });
});
