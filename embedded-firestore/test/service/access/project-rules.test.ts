import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { describeDenial } from "../../../src/service/access/denial.ts";
import { createServiceUnderTest, documents, tokenOf, type ServiceUnderTest } from "../service-under-test.ts";

describe("a denial by the rules of this project", () => {
  let under: ServiceUnderTest;
  beforeEach(async () => {
    under = createServiceUnderTest(await readFile(new URL("../../../../firestore.rules", import.meta.url), "utf8"));
    await under.write({
      "rooms/r": {},
      "rooms/r/users/p": { session: { stringValue: "s" }, joinedAt: { timestampValue: "2023-01-01T00:00:00Z" } },
    });
  });

  async function denialOf(name: string, authorization?: string): Promise<string> {
    const failure = await under.service.call("GetDocument", { name }, authorization).catch((error: unknown) => error);
    expect(failure).to.have.property("status", "PERMISSION_DENIED");
    const denial = under.denials.at(-1);
    return denial ? describeDenial(denial) : "";
  }

  it("is one readable line that names the deciding part", async () => {
    const anonymous = await denialOf(`${documents}/rooms/r`);
    expect(anonymous).to.match(
      /^denied: get rooms\/r \(nobody signed in\): .*line \d+ allow get: false {2}<- request\.auth != null/,
    );
    const claims = { room: "r", participant: "p", session: "another", seat: Date.UTC(2023, 0, 1) };
    const stranger = await denialOf(`${documents}/rooms/r`, tokenOf("u", claims));
    expect(stranger)
      .to.contain("(signed in)")
      .and.to.contain('participant.session == token().session : "s" == "another"');
    for (const line of [anonymous, stranger]) expect(line).not.to.contain("\n");
  });

  it("says if no rule covers the path", async () => {
    expect(await denialOf(`${documents}/secrets/s`, tokenOf("u"))).to.match(/no allow get covers this path$/);
  });
});
