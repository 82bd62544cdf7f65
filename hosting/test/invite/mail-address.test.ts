import { expect } from "chai";
import { mailAddress } from "../../src/invite/mail-address.ts";
import { messagesByLanguage } from "../messages/messages-by-language.ts";

const link = "https://meet.example/r/1b4e28ba-2fa1-4d2a-883f-0016d3cca427#AAECAwQFBgcICQoLDA0ODw";

describe("mailAddress", () => {
  for (const [language, { invite }] of Object.entries(messagesByLanguage)) {
    it(`carries subject and link as they are (${language})`, () => {
      const { protocol, pathname, hash, searchParams } = new URL(mailAddress(invite.subject, invite.message(link)));
      expect({ protocol, pathname, hash }).to.deep.equal({ protocol: "mailto:", pathname: "", hash: "" });
      expect(searchParams.get("subject")).to.equal(invite.subject);
      expect(searchParams.get("body")).to.equal(invite.message(link)).and.to.include(link);
    });
  }

  it("keeps pluses, ampersands and lines", () => {
    const { searchParams } = new URL(mailAddress("1+1 & 2", "a+b\nc=d&e"));
    expect(searchParams.get("subject")).to.equal("1+1 & 2");
    expect(searchParams.get("body")).to.equal("a+b\r\nc=d&e");
    expect([...searchParams.keys()]).to.deep.equal(["subject", "body"]);
  });
});
