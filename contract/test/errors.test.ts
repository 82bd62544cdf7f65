import { expect } from "chai";
import { endpoints, errorStatuses, isErrorCode, type Endpoint } from "../src/index.ts";

describe("the table of errors", () => {
  it("has a status of a client's or the server's error for each code", () => {
    for (const [code, status] of Object.entries(errorStatuses)) {
      expect(code).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(status, code).to.be.within(400, 599);
    }
  });

  it("names every error of every endpoint, and each is used", () => {
    const listed = Object.values<Endpoint>(endpoints).flatMap(({ errors }) => errors);
    expect(Object.keys(errorStatuses)).to.include.members(listed);
    const everywhere = ["internal", "method-not-allowed", "not-found", "rate-limited"];
    expect(new Set([...listed, ...everywhere])).to.deep.equal(new Set(Object.keys(errorStatuses)));
  });

  it("lists no error twice, and none that every endpoint has", () => {
    for (const [name, { errors }] of Object.entries<Endpoint>(endpoints)) {
      expect(new Set(errors).size, name).to.equal(errors.length);
      expect(errors, name).not.to.include.oneOf(["internal", "method-not-allowed", "rate-limited"]);
    }
  });

  it("knows its codes, not what every object has", () => {
    expect(isErrorCode("room-full")).to.equal(true);
    for (const other of ["toString", "__proto__", "constructor", "room_full", "", 404, null, undefined]) {
      expect(isErrorCode(other), String(other)).to.equal(false);
    }
  });
});
