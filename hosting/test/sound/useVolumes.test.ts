import { expect } from "chai";
import { canSetVolume, useVolumes } from "../../src/sound/useVolumes.ts";

describe("volumes", () => {
  it("are full until one is set, and are kept for each person and within bounds", () => {
    const { volumeOf, setVolume } = useVolumes();
    setVolume("ann", 0.3);
    setVolume("ben", 7);
    setVolume("cid", -1);
    expect(["ann", "ben", "cid", "dan"].map(useVolumes().volumeOf)).to.deep.equal([0.3, 1, 0, 1]);
    expect(volumeOf("ann")).to.equal(0.3);
  });

  it("cannot be set where the browser leaves the loudness to the device", () => {
    expect(canSetVolume({ volume: 1 })).to.equal(true);
    expect(
      canSetVolume(
        Object.freeze({
          get volume() {
            return 1;
          },
          set volume(_) {},
        }),
      ),
    ).to.equal(false);
  });
});
