// Browsers fetch ahead, chat programs make previews, robots follow links. None of them may create
// anything by a GET.
import { expect } from "chai";
import { billOf } from "../stage/billing.ts";
import { api } from "../stage/api.ts";
import { createRoom, expectError } from "../stage/meeting.ts";

const purposes: readonly (readonly [string, string])[] = [
  ["sec-purpose", "prefetch"],
  ["sec-purpose", "prefetch;prerender"],
  ["sec-purpose", "prefetch;anonymous-client-ip"],
  ["purpose", "prefetch"],
  ["purpose", "Preview"],
  ["x-purpose", "preview"],
  ["x-moz", "prefetch"],
];

describe("a GET that creates something", () => {
  for (const [name, value] of purposes) {
    it(`is refused with ${name}: ${value}`, async () => {
      const bill = await billOf(async () => {
        expectError(await api.create().get("/create").set(name, value), 400, "invalid-request");
        expectError(await api.generateID().get("/user/generateID").set(name, value), 400, "invalid-request");
      });
      expect(bill).to.include({ reads: 0, writes: 0 });
    });
  }

  it("is answered to a person, as are a POST and a GET that only reads", async () => {
    expect((await api.create().get("/create").set("sec-fetch-mode", "navigate")).status).to.equal(200);
    expect((await api.create().post("/create").set("sec-purpose", "prefetch")).status).to.equal(200);
    const { uuid } = await createRoom();
    expect((await api.room().get(`/room/${uuid}`).set("sec-purpose", "prefetch")).status).to.equal(200);
  });

  it("tells robots to index nothing", async () => {
    const answers = [await api.create().get("/create"), await api.generateID().get("/user/generateID")];
    for (const { headers } of answers) expect(headers["x-robots-tag"]).to.equal("noindex, nofollow");
  });
});
