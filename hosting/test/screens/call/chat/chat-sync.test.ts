import { expect } from "chai";
import { limits } from "@meetogram/contract";
import { seedsFor } from "../../../platform/seeds.ts";
import { createPages, type Pages } from "./pages.ts";

const message = (id: string, text: string, order = 1_800_000_000_000) => ({
  id: id.padStart(22, "0"),
  order,
  writtenAtMs: order,
  text,
});

describe("the messages of a chat", () => {
  let world: Pages;
  beforeEach(async () => {
    world = createPages();
    for (const id of ["ann", "ben"]) await world.open(id);
  });

  const write = (author: string, text: string) => world.page(author).sync.write(text);
  /** Each as "text", or "text (by …)". */
  const shown = (id: string) =>
    world
      .page(id)
      .log.entries.map(({ message: { text }, passedOn }) => (passedOn === null ? text : `${text} (by ${passedOn.by})`));
  const countSent = (from: string, to: string, type: string) =>
    world.sent(from, to).filter((one) => one.type === type).length;

  it("reach everybody, in one order", async () => {
    world.connect("ann", "ben");
    void write("ann", "one");
    void write("ann", "two");
    await write("ben", "three");
    await world.settle();
    expect(shown("ann")).to.have.members(["one", "two", "three"]);
    expect(shown("ben")).to.deep.equal(shown("ann"));
    expect(shown("ann").indexOf("one")).to.be.below(shown("ann").indexOf("two"));
  });

  it("wait for somebody to come", async () => {
    await write("ann", "alone");
    expect(world.page("ann").sync.waiting.size).to.equal(1);
    world.connect("ann", "ben");
    await world.settle();
    expect([shown("ben"), world.page("ann").sync.waiting.size]).to.deep.equal([["alone"], 0]);
  });

  it("lost in a cut come with the next connection, once", async () => {
    world.connect("ann", "ben");
    await write("ann", "one");
    await world.settle();
    await write("ann", "lost");
    world.cut("ann", "ben");
    world.connect("ann", "ben");
    await world.settle();
    expect(shown("ben")).to.deep.equal(["one", "lost"]);
    expect([...world.page("ben").news.values()]).to.deep.equal([1, 1]);
    expect(countSent("ann", "ben", "chat"), "only what was missing").to.equal(1);
  });

  it("sent before the other page listens come when it asks, and not again, however often it asks", async () => {
    world.connect("ann", "cid");
    await write("ann", "early");
    while (world.deliver("ann", "cid"));
    await world.open("cid");
    await world.settle();
    expect(shown("cid")).to.deep.equal(["early"]);
    expect(countSent("ann", "cid", "chat")).to.equal(2);
    world.send("cid", "ann", { type: "chat-known", messages: [] });
    await world.settle();
    expect(countSent("ann", "cid", "chat")).to.equal(2);
  });

  it("that were passed on are the author's own as soon as the author can be reached", async () => {
    world.connect("ann", "ben");
    await write("ann", "of Ann");
    await world.settle();
    world.cut("ann", "ben");
    await world.open("cid");
    world.connect("ben", "cid");
    await world.settle();
    expect(shown("cid")).to.deep.equal(["of Ann (by ben)"]);
    world.connect("ann", "cid");
    await world.settle();
    expect(shown("cid")).to.deep.equal(["of Ann"]);
  });

  it("come back after a reload, as own ones", async () => {
    world.connect("ann", "ben");
    await write("ann", "mine");
    await write("ben", "yours");
    await world.settle();
    await world.open("ann");
    world.connect("ann", "ben");
    await world.settle();
    expect(shown("ann")).to.deep.equal(["mine", "yours"]);
    expect(shown("ben")).to.deep.equal(["mine", "yours"]);
    expect(world.page("ann").log.entries.every(({ isEarlier }) => isEarlier)).to.equal(true);
  });

  it("of a newcomer's own name, forged by another, are shown as passed on and go nowhere else", async () => {
    await world.open("eve");
    world.connect("ann", "eve");
    world.send("eve", "ann", { type: "chat-passed-on", author: "ann", name: "Ann", message: message("1", "forged") });
    await world.settle();
    world.connect("ann", "ben");
    await world.settle();
    expect([shown("ann"), shown("ben")]).to.deep.equal([["forged (by eve)"], []]);
  });

  it("of somebody who has left are passed on, and are the author's own again when that one is back", async () => {
    world.connect("ann", "ben");
    await write("ann", "of Ann");
    await world.settle();
    world.close("ann");
    await world.open("cid");
    world.connect("ben", "cid");
    await world.settle();
    expect(shown("cid")).to.deep.equal(["of Ann (by ben)"]);
    expect(world.page("cid").log.entries[0]?.passedOn?.name).to.equal("ANN");
    await world.open("ann");
    world.connect("ann", "cid");
    await world.settle();
    expect([shown("ann"), shown("cid")]).to.deep.equal([["of Ann"], ["of Ann"]]);
    expect([...world.page("cid").news.values()]).to.deep.equal([1]);
  });

  it("of somebody in another tab, who cannot know them again, are passed on by the others", async () => {
    world.connect("ann", "ben");
    await write("ann", "of Ann");
    await world.settle();
    await world.open("ann", false);
    await world.open("cid");
    world.connect("ann", "ben");
    await world.settle();
    world.connect("ben", "cid");
    world.connect("ann", "cid");
    await world.settle();
    expect([shown("ann"), shown("cid")]).to.deep.equal([["of Ann (by ben)"], ["of Ann (by ben)"]]);
  });

  it("are not hidden by another's message with the same ID", async () => {
    world.connect("ann", "ben");
    await write("ann", "of Ann");
    await world.settle();
    const { id } = world.page("ann").log.entries[0]!.message;
    await world.open("cid");
    await world.open("eve");
    world.connect("eve", "cid");
    world.send("eve", "cid", { type: "chat", message: message(id, "of Eve") });
    await world.settle();
    world.connect("ann", "cid");
    await world.settle();
    expect(shown("cid")).to.have.members(["of Eve", "of Ann"]);
  });

  it("of a flood leave those of the others, and no page gives more than it keeps", async () => {
    world.connect("ann", "ben");
    for (let number = 0; number < 10; number += 1) await write("ann", `of Ann ${number}`);
    await world.open("eve");
    world.connect("eve", "ben");
    for (let number = 0; number < 1_000; number += 1)
      world.send("eve", "ben", { type: "chat", message: message(String(number), "flood", 1_900_000_000_000 + number) });
    for (let number = 0; number < 1_000; number += 1)
      world.send("eve", "ben", {
        type: "chat-passed-on",
        author: `x${number}`,
        name: "",
        message: message("1", "flood"),
      });
    await world.settle();
    expect(shown("ben").filter((text) => text.startsWith("of Ann")).length).to.equal(10);
    expect(shown("ben").length).to.be.at.most(limits.maxChatHistory);
    await world.open("cid");
    world.connect("ben", "cid");
    await world.settle();
    expect(world.sent("ben", "cid").length).to.be.at.most(limits.maxChatHistory + 1);
  });
});

/** Mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

describe("a chat with cuts, leaves and reloads", function () {
  const people = ["ann", "ben", "cid", "dan"];

  async function run(seed: number): Promise<Pages> {
    const random = randomFrom(seed);
    const world = createPages();
    const anybody = () => people[random(people.length)]!;
    for (const id of people) await world.open(id);
    for (let step = 0; step < 120; step += 1) {
      const [one, other] = [anybody(), anybody()];
      const isThere = world.ids.includes(one);
      const areThere = isThere && world.ids.includes(other);
      world.now += random(2_000);
      const dice = random(20);
      if (dice < 5 && isThere) await world.page(one).sync.write(`${one} ${step}`);
      else if (dice < 8 && areThere) world.connect(one, other);
      else if (dice < 10 && areThere) world.cut(one, other);
      else if (dice === 10 && world.ids.length > 1 && isThere) world.close(one);
      else if (dice === 11) await world.open(one, random(4) > 0);
      else if (dice === 12 && isThere) world.page(one).sync.askAll();
      else for (let count = random(6); count > 0; count -= 1) if (areThere) world.deliver(one, other);
    }
    for (const one of world.ids) for (const other of world.ids) world.connect(one, other);
    await world.settle();
    // As pages do a moment after somebody has left.
    for (const one of world.ids) world.page(one).sync.askAll();
    await world.settle();
    return world;
  }

  const seeds = seedsFor({ usual: 60, long: 2_000 });
  it(`ends with the same messages for everybody, each told once (${seeds} seeds)`, async () => {
    let messages = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const world = await run(seed);
      const [first, ...others] = world.ids.map((id) => world.page(id));
      const keys = first!.log.entries.map(({ key, place, message: { text } }) => `${place} ${key} ${text}`);
      messages += keys.length;
      expect(new Set(keys).size, `seed ${seed}`).to.equal(keys.length);
      for (const { log, participantID } of others)
        expect(
          log.entries.map(({ key, place, message: { text } }) => `${place} ${key} ${text}`),
          `seed ${seed}, ${participantID}`,
        ).to.deep.equal(keys);
      for (const { news } of [first!, ...others])
        for (const count of news.values()) expect(count, `seed ${seed}`).to.equal(1);
      for (const from of world.ids)
        for (const to of world.ids) {
          const crossed = new Map<string, number>();
          for (const sent of world.sent(from, to))
            if ("message" in sent) crossed.set(sent.message.id, (crossed.get(sent.message.id) ?? 0) + 1);
          for (const count of crossed.values()) expect(count, `seed ${seed}`).to.be.at.most(2);
        }
    }
    expect(messages, "there was something to tell").to.be.above(seeds * 5);
  });
});
