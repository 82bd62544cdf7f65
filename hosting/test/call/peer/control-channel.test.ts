import { expect } from "chai";
import { limits } from "@meetogram/contract";
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

  it("are too long beyond what honest pages send, and are then not even parsed", () => {
    const long = (length: number, message: object) => JSON.stringify(message).padEnd(length, " ");
    const description = { type: "offer", sdp: "v=0" };
    const signal = { type: "signal", signal: { seat: 1, connection: crypto.randomUUID(), description } };
    const { maxControlMessageLength, maxControlSignalLength } = limits;
    expect(readControlMessage(long(maxControlMessageLength, { type: "ended" }))).to.include({ type: "ended" });
    expect(readControlMessage(long(maxControlMessageLength + 1, { type: "ended" }))).to.equal("too-long");
    expect(readControlMessage(long(maxControlMessageLength + 1, { type: "hug" }))).to.equal("too-long");
    expect(readControlMessage(long(maxControlSignalLength, signal))).to.include({ type: "signal" });
    expect(readControlMessage(long(maxControlSignalLength + 1, signal))).to.equal("too-long");
    expect(readControlMessage("[".repeat(maxControlSignalLength + 1))).to.equal("too-long");
  });

  it("have room for the longest text, however it is escaped, and for the longest list of what is known", () => {
    const id = "A".repeat(22);
    const text = "\u0001".repeat(limits.maxChatLength);
    const chat = { type: "chat", message: { id, order: 1, writtenAtMs: 1, text }, isMissed: true };
    const messages = Array.from({ length: limits.maxChatHistory }, () => ({ author: crypto.randomUUID(), id }));
    for (const message of [chat, { type: "chat-known", messages }])
      expect(readControlMessage(JSON.stringify(message))).to.deep.equal(message);
  });

  it("are ignored when their name is longer than allowed", () => {
    const state = { type: "state", hasEntered: true, constraints: { audio: true, video: true, screen: false } };
    expect(readControlMessage(JSON.stringify({ ...state, name: "n".repeat(64) }))).to.include({ type: "state" });
    expect(readControlMessage(JSON.stringify({ ...state, name: "n".repeat(65) }))).to.equal(null);
  });
});
