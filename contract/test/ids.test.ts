import { expect } from "chai";
import * as v from "valibot";
import { ParticipantID, RoomUUID, SessionID, UserID } from "../src/index.ts";

const id = "9f3c1f52-6c1e-4c8e-9a55-0d6f0b6f8a11";

describe("identifiers", () => {
  for (const [name, schema] of Object.entries({ ParticipantID, RoomUUID, SessionID, UserID })) {
    it(`${name} is a UUID, converted to lower case`, () => {
      expect(v.parse(schema, id)).to.equal(id);
      expect(v.parse(schema, id.toUpperCase())).to.equal(id);
    });

    it(`${name} is nothing else`, () => {
      for (const other of [
        "",
        "room",
        id.slice(1),
        `${id}0`,
        ` ${id}`,
        id.replaceAll("-", ""),
        `{${id}}`,
        4,
        null,
        [id],
      ]) {
        expect(v.safeParse(schema, other).success, JSON.stringify(other)).to.equal(false);
      }
    });
  }
});
