import { expect } from "chai";
import { canChooseSpeaker, createSpeaker, type Playing } from "../../src/sound/useSpeaker.ts";

function createElement(): Playing & { sinkIDs: string[] } {
  const sinkIDs: string[] = [];
  return { sinkIDs, setSinkId: async (id: string) => void sinkIDs.push(id) };
}

function openSpeaker(stored: string | null = null) {
  const written: string[] = [];
  const speaker = createSpeaker({ read: () => stored, write: (_, value) => void written.push(value) });
  return { speaker, written };
}

describe("the speaker", () => {
  it("can be chosen only where an element can be routed", () => {
    expect(canChooseSpeaker({ setSinkId() {} })).to.equal(true);
    expect(canChooseSpeaker({})).to.equal(false);
    expect(canChooseSpeaker(undefined)).to.equal(false);
  });

  it("plays what plays already and what comes later, and is remembered", async () => {
    const { speaker, written } = openSpeaker();
    const [early, late, gone] = [createElement(), createElement(), createElement()];
    await speaker.add(early);
    await speaker.add(gone);
    speaker.remove(gone);
    speaker.choose("headset");
    await speaker.add(late);
    expect(early.sinkIDs).to.deep.equal(["headset"]);
    expect(late.sinkIDs).to.deep.equal(["headset"]);
    expect(gone.sinkIDs).to.deep.equal([]);
    expect(written).to.deep.equal(["headset"]);
  });

  it("is the system's while the remembered one is gone, and that one again when it is back", async () => {
    const { speaker, written } = openSpeaker("headset");
    const element = createElement();
    await speaker.add(element);
    speaker.setPresent(["default", "built-in"]);
    expect(speaker.isGone.value).to.equal(true);
    speaker.setPresent(["default", "built-in", "headset"]);
    expect(speaker.isGone.value).to.equal(false);
    expect(element.sinkIDs).to.deep.equal(["headset", "", "headset"]);
    expect(written).to.deep.equal([]);
  });

  it("is not gone before the browser names any", () => {
    const { speaker } = openSpeaker("headset");
    speaker.setPresent([]);
    expect(speaker.isGone.value).to.equal(false);
  });

  it("leaves an element alone that cannot be routed, or is refused", async () => {
    const { speaker } = openSpeaker("headset");
    await speaker.add({} as Playing);
    await speaker.add({ setSinkId: () => Promise.reject(new DOMException("", "NotFoundError")) });
  });
});
