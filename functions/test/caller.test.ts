import { expect } from "chai";
import { toCaller } from "../src/caller.ts";

const addressesOf = (address?: string, proxy?: string): string[] =>
  toCaller(address, proxy).map(({ kind, address: network, share }) => `${kind} ${network} ${share}`);

describe("a caller", () => {
  it("is an IPv4 address, also when that is written as IPv6", () => {
    expect(addressesOf("192.0.2.1")).to.deep.equal(["caller 192.0.2.1 1"]);
    expect(addressesOf("::FFFF:192.0.2.1")).to.deep.equal(["caller 192.0.2.1 1"]);
  });

  it("is the /64 and the /48 of an IPv6 address, however that is written", () => {
    const expected = ["caller 2001:0db8:0000:0001 1", "site 2001:0db8:0000 20"];
    for (const address of [
      "2001:db8:0:1::1",
      "2001:DB8:0:1:ffff:ffff:ffff:ffff",
      "2001:db8::1:0:0:0:9",
      "2001:db8:0:1::192.0.2.1",
      "2001:db8:0:1::1%eth0",
    ]) {
      expect(addressesOf(address), address).to.deep.equal(expected);
    }
  });

  it("counts together with the proxy in front of it", () => {
    expect(addressesOf("192.0.2.1", "198.51.100.7")).to.deep.equal(["caller 192.0.2.1 1", "proxy 198.51.100.7 20"]);
  });

  it("is unknown on loopback and without an address", () => {
    for (const address of ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", undefined]) {
      expect(addressesOf(address), String(address)).to.deep.equal([]);
    }
  });
});
