import { expect } from "chai";
import { createIceServers } from "../src/ice-servers.ts";

const none = { stunUrls: [], turnUrls: [], turnSecret: "" };

describe("ICE servers", () => {
  it("are none by default: no third party is contacted", () => {
    expect(createIceServers(none, "ada", 0)).to.deep.equal([]);
  });

  it("are the configured STUN servers", () => {
    const stunUrls = ["stun:a.example", "stun:b.example:3478"];
    expect(createIceServers({ ...none, stunUrls }, "ada", 0)).to.deep.equal([{ urls: stunUrls }]);
  });

  it("are TURN servers with a password that opens allocations for 30 minutes", () => {
    const parameters = { ...none, turnUrls: ["turn:t.example"], turnSecret: "north" };
    expect(createIceServers(parameters, "ada", 1_700_000_000_999)).to.deep.equal([
      { urls: ["turn:t.example"], username: "1700001800:ada", credential: "cU2T/+izI4rbmZeUOLr/AT5Nv6I=" },
    ]);
  });

  it("include no TURN server without a secret", () => {
    expect(createIceServers({ ...none, turnUrls: ["turn:t.example"] }, "ada", 0)).to.deep.equal([]);
  });
});
