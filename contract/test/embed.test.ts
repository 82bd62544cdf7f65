import { expect } from "chai";
import * as v from "valibot";
import { EmbedCommand, EmbedConnect, limits } from "../src/index.ts";

describe("the commands of a page around a frame", () => {
  it("are these, with these fields, and nothing else", () => {
    const good = [
      ...["join", "leave", "mute", "unmute"].map((type) => ({ type })),
      ...["camera", "share"].flatMap((type) => [true, false].map((isOn) => ({ type, isOn }))),
      { type: "chat", text: "x".repeat(limits.maxChatLength) },
    ];
    for (const command of good) expect(v.is(EmbedCommand, command), JSON.stringify(command)).to.equal(true);
    const bad = [
      ...[null, 1, "join", [], {}, { type: "key" }, { type: "join", key: 1 }, { type: "camera" }],
      ...[{ type: "camera", isOn: 1 }, { type: "chat" }, { type: "chat", text: "" }, { type: "chat", text: {} }],
      { type: "chat", text: "x".repeat(limits.maxChatLength + 1) },
    ];
    for (const command of bad) expect(v.is(EmbedCommand, command), JSON.stringify(command)).to.equal(false);
  });

  it("begin with a handshake of this version", () => {
    expect(v.is(EmbedConnect, { type: "meetogram-connect", version: 1 })).to.equal(true);
    expect(v.is(EmbedConnect, { type: "meetogram-connect", version: 2 })).to.equal(false);
  });
});
