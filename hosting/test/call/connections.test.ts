import { expect } from "chai";
import { createConnections } from "../../src/call/connections.ts";

describe("the connections of a page", () => {
  const certificate = { expires: Date.UTC(2001, 0, 31) } as RTCCertificate;
  const servers = [{ urls: "turn:turn.test" }];

  function open() {
    let now = Date.UTC(2001, 0, 1);
    const given: RTCConfiguration[] = [];
    const connections = createConnections(
      { certificates: [certificate], bundlePolicy: "max-bundle" },
      (configuration) => {
        given.push(configuration);
        const connection = { signalingState: "stable", setConfiguration: (next: RTCConfiguration) => given.push(next) };
        return connection as unknown as RTCPeerConnection;
      },
      () => now,
    );
    return { connections, given, correctClock: () => (now = Date.UTC(2030, 0, 1)) };
  }

  it("share one certificate", () => {
    const { connections, given } = open();
    for (let count = 0; count < 2; count += 1) connections.create();
    expect(given.map(({ certificates }) => certificates)).to.deep.equal([[certificate], [certificate]]);
  });

  it("have certificates of their own once the clock was corrected by years, and keep those they have", () => {
    const { connections, given, correctClock } = open();
    connections.create();
    correctClock();
    connections.create();
    connections.setIceServers(servers);
    expect(given).to.deep.equal([
      { certificates: [certificate], bundlePolicy: "max-bundle" },
      { bundlePolicy: "max-bundle" },
      { certificates: [certificate], bundlePolicy: "max-bundle", iceServers: servers },
      { bundlePolicy: "max-bundle", iceServers: servers },
    ]);
  });
});
