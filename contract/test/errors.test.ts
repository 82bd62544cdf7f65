import { expect } from "chai";
import { endpoints, errorStatuses, isErrorCode, type Endpoint } from "../src/index.ts";

describe("the table of errors", () => {
  it("has a 4xx or 5xx status for each code", () => {
    for (const [code, status] of Object.entries(errorStatuses)) {
      expect(code).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(status, code).to.be.within(400, 599);
    }
  });

  it("has every error of every endpoint, and no other", () => {
    const listed = Object.values<Endpoint>(endpoints).flatMap(({ errors }) => errors);
    expect(Object.keys(errorStatuses)).to.include.members(listed);
    const everywhere = ["internal", "method-not-allowed", "not-found", "rate-limited", "app-check-required"];
    expect(new Set([...listed, ...everywhere])).to.deep.equal(new Set(Object.keys(errorStatuses)));
  });

  it("lists no error twice, and none that every endpoint can answer", () => {
    for (const [name, { errors }] of Object.entries<Endpoint>(endpoints)) {
      expect(new Set(errors).size, name).to.equal(errors.length);
      expect(errors, name).not.to.include.oneOf([
        "internal",
        "method-not-allowed",
        "rate-limited",
        "app-check-required",
      ]);
    }
  });

  it("recognizes its codes, but not the properties of every object", () => {
    expect(isErrorCode("room-full")).to.equal(true);
    for (const other of ["toString", "__proto__", "constructor", "room_full", "", 404, null, undefined]) {
      expect(isErrorCode(other), String(other)).to.equal(false);
    }
  });
});
