import { limits } from "@meetogram/contract";
import { expect } from "chai";
import { iceParameters, logSecret, selfCheckSite, unenteredRoomMs } from "../src/parameters.ts";

describe("parameters", () => {
  const names = ["UNENTERED_ROOM_MINUTES", "STUN_URLS", "TURN_URLS", "TURN_SECRET", "SELF_CHECK_SITE", "LOG_SECRET"];
  const clear = (): void => names.forEach((name) => delete process.env[name]);
  beforeEach(clear);
  afterEach(clear);

  it("have defaults", () => {
    expect(unenteredRoomMs()).to.equal(limits.unenteredRoomMs);
    expect(iceParameters()).to.deep.equal({ stunUrls: [], turnUrls: [], turnSecret: "" });
    expect(selfCheckSite()).to.equal(`https://${process.env["GCLOUD_PROJECT"]}.web.app`);
  });

  it("take a site without the slash at its end, and no secret of the log that is short", () => {
    process.env["SELF_CHECK_SITE"] = "https://meet.example/";
    expect(selfCheckSite()).to.equal("https://meet.example");
    process.env["LOG_SECRET"] = "x".repeat(31);
    expect(logSecret()).to.equal("");
    process.env["LOG_SECRET"] += "x";
    expect(logSecret()).to.have.length(32);
  });

  it("are read on use", () => {
    process.env["UNENTERED_ROOM_MINUTES"] = "25";
    process.env["STUN_URLS"] = "stun:a.example, stun:b.example,";
    expect(unenteredRoomMs()).to.equal(25 * 60_000);
    expect(iceParameters().stunUrls).to.deep.equal(["stun:a.example", "stun:b.example"]);
  });
});
