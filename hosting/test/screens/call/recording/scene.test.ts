import { expect } from "chai";
import type { CallParticipant } from "../../../../src/call/call.ts";
import { createScene } from "../../../../src/screens/call/recording/scene.ts";

const streamOf = (name: string) => ({ name }) as unknown as MediaStream;

function person(name: string, changes: Partial<CallParticipant> = {}): CallParticipant {
  return {
    participantID: name,
    name,
    nameNumber: 1,
    constraints: { audio: true, video: true, screen: false },
    status: "connected",
    cause: null,
    stream: streamOf(name),
    screen: null,
    isSpeaking: false,
    recording: null,
    hearsMe: "yes",
    paused: { theirs: false, own: false },
    stats: null,
    ...changes,
  };
}

const own = { participantID: "zoe", label: "Zoe", stream: streamOf("zoe"), hasVideo: true, screen: null };

const sceneOf = (participants: readonly CallParticipant[], told: readonly string[], ownPart = {}) =>
  createScene({
    participants,
    told: new Set(told),
    own: { ...own, ...ownPart },
    labelOf: ({ name }) => name,
    screenLabelOf: (name) => `Screen of ${name}`,
    hueOf: () => 3,
  });

describe("what is recorded", () => {
  it("is nobody whose page has not said that it shows the recording: no picture, screen or sound", () => {
    const screen = streamOf("screen");
    const { pictures, voices } = sceneOf([person("anna"), person("ben", { screen })], ["anna"]);
    expect(pictures.map(({ key }) => key)).to.deep.equal(["anna", "zoe"]);
    expect(voices).to.deep.equal([streamOf("anna"), own.stream]);
  });

  it("is everybody else, with shared screens and their sound first", () => {
    const screen = streamOf("screen");
    const { pictures, voices } = sceneOf([person("anna", { screen })], ["anna"], { screen: streamOf("own screen") });
    expect(pictures.map(({ key, isScreen }) => [key, isScreen])).to.deep.equal([
      ["screen:anna", true],
      ["screen:zoe", true],
      ["anna", false],
      ["zoe", false],
    ]);
    expect(voices).to.deep.equal([streamOf("anna"), screen, own.stream, streamOf("own screen")]);
  });

  it("shows initials of somebody without a camera, and of somebody who is silent", () => {
    const off = person("off", { constraints: { audio: true, video: false, screen: false } });
    const { pictures } = sceneOf([off, person("silent", { status: "silent" })], ["off", "silent"]);
    expect(pictures.map(({ hasVideo, initials }) => [hasVideo, initials])).to.deep.equal([
      [false, "O"],
      [false, "S"],
      [true, "Z"],
    ]);
  });
});
