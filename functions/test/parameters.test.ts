import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { iceParameters, unenteredRoomMs } from "../src/parameters.ts";

describe("parameters", () => {
  const names = ["UNENTERED_ROOM_MINUTES", "STUN_URLS", "TURN_URLS", "TURN_SECRET"];
  const clear = (): void => names.forEach((name) => delete process.env[name]);
  beforeEach(clear);
  afterEach(clear);

  it("have defaults", () => {
    expect(unenteredRoomMs()).to.equal(limits.unenteredRoomMs);
    expect(iceParameters()).to.deep.equal({ stunUrls: [], turnUrls: [], turnSecret: "" });
  });

  it("are read on use", () => {
    process.env["UNENTERED_ROOM_MINUTES"] = "25";
    process.env["STUN_URLS"] = "stun:a.example, stun:b.example,";
    expect(unenteredRoomMs()).to.equal(25 * 60_000);
    expect(iceParameters().stunUrls).to.deep.equal(["stun:a.example", "stun:b.example"]);
  });
});
