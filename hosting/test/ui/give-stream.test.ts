// An element as WebKit has it: what it shows is decided when it is given a stream.
import { expect } from "chai";
import { giveStream } from "../../src/ui/give-stream.ts";

class WebKitElement {
  isShowing = false;
  loads = 0;
  private given: MediaStream | null = null;

  get srcObject(): MediaStream | null {
    return this.given;
  }

  set srcObject(stream: MediaStream | null) {
    this.given = stream;
    this.loads += 1;
    this.isShowing = (stream?.getVideoTracks().length ?? 0) > 0;
  }
}

function createStream() {
  const tracks: unknown[] = [];
  const stream = { getVideoTracks: () => tracks } as unknown as MediaStream;
  return { stream, tracks };
}

describe("giveStream", () => {
  it("shows a picture that comes after the stream", () => {
    const element = new WebKitElement();
    const { stream, tracks } = createStream();
    expect(giveStream(element, stream)).to.equal(true);
    expect(element.isShowing).to.equal(false);
    tracks.push({});
    expect(giveStream(element, stream)).to.equal(true);
    expect(element.isShowing).to.equal(true);
  });

  it("does not interrupt a picture that plays, whatever tracks come and go", () => {
    const element = new WebKitElement();
    const { stream, tracks } = createStream();
    tracks.push({});
    giveStream(element, stream);
    tracks.push({});
    expect(giveStream(element, stream)).to.equal(false);
    tracks.length = 0;
    expect(giveStream(element, stream)).to.equal(false);
    expect(element.loads).to.equal(1);
  });

  it("does not load an empty stream again and again", () => {
    const element = new WebKitElement();
    const { stream } = createStream();
    giveStream(element, stream);
    expect(giveStream(element, stream)).to.equal(false);
  });

  it("gives another stream at once", () => {
    const element = new WebKitElement();
    const [first, second] = [createStream(), createStream()];
    giveStream(element, first.stream);
    second.tracks.push({});
    expect(giveStream(element, second.stream)).to.equal(true);
    expect(element.srcObject).to.equal(second.stream);
    first.tracks.push({});
    expect(giveStream(element, second.stream)).to.equal(false);
  });
});
