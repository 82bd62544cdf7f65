import { endpoints } from "@meetogram/contract";
import { expect } from "chai";
import { validate, version } from "uuid";
import * as v from "valibot";
import { api } from "../stage/api.ts";

describe("generateID", () => {
  for (const path of ["/user/generateID", "/"]) {
    it(`answers a new UUID v4 to GET and POST at ${path}`, async () => {
      const answers = [(await api.generateID().get(path)).body, (await api.generateID().post(path)).body];
      const ids = answers.map((answer) => v.parse(endpoints.generateID.response, answer).userID);
      expect(ids[0]).not.to.equal(ids[1]);
      expect(ids.every((id) => validate(id) && version(id) === 4)).to.equal(true);
    });
  }
});
