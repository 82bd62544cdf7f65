import { expect } from "chai";
import { readControlMessage } from "../../../src/call/peer/control-channel.ts";

describe("control messages", () => {
  it("are read when they have the agreed shape", () => {
    expect(readControlMessage('{"type":"ping","id":3}')).to.deep.equal({ type: "ping", id: 3 });
    expect(readControlMessage('{"type":"bye","reason":"left"}')).to.deep.equal({ type: "bye", reason: "left" });
  });

  it("are ignored when they are unknown, malformed or no text", () => {
    const strange = ['{"type":"hug"}', '{"type":"bye","reason":"bored"}', '{"type":"ping"}', "null", "{", "", 7, null];
    for (const data of [...strange, new ArrayBuffer(2)]) expect(readControlMessage(data)).to.equal(null);
  });

  it("are ignored when their name is longer than allowed", () => {
    const state = { type: "state", hasEntered: true, constraints: { audio: true, video: true, screen: false } };
    expect(readControlMessage(JSON.stringify({ ...state, name: "n".repeat(64) }))).to.include({ type: "state" });
    expect(readControlMessage(JSON.stringify({ ...state, name: "n".repeat(65) }))).to.equal(null);
  });
});
