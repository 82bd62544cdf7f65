import { createVerify } from "node:crypto";
import { expect } from "chai";
import { createCustomToken } from "../../src/google/custom-token.ts";
import { createServiceAccount } from "../../src/google/service-account.ts";
import { signIn } from "../stage/auth-emulator.ts";
import { address, withGoogle } from "../stage/google.ts";

const claims = { room: "a room", seat: 1_700_000_000_000 };

function decode(part: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(part ?? "", "base64url").toString()) as Record<string, unknown>;
}

describe("a custom token", () => {
  it("is signed by the account of the functions, for an hour", async () => {
    await withGoogle(async ({ publicKey }) => {
      const token = await createCustomToken(createServiceAccount(), "somebody", claims);
      const [header, payload, signature = ""] = token.split(".");
      const isSigned = createVerify("RSA-SHA256")
        .update(`${header}.${payload}`)
        .verify(publicKey, signature, "base64url");
      expect(isSigned).to.equal(true);
      expect(decode(header)).to.deep.equal({ alg: "RS256", typ: "JWT" });
      const { iat, exp, ...rest } = decode(payload) as Record<string, number>;
      expect(exp! - iat!).to.equal(3_600);
      expect(rest).to.deep.equal({
        iss: address,
        sub: address,
        aud: "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit",
        uid: "somebody",
        claims,
      });
    });
  });

  it("is refused with the reason of the API", async () => {
    await withGoogle(async (google) => {
      google.refusedFrom = 1;
      const refused = await createCustomToken(createServiceAccount(), "somebody", claims).catch(
        (error: unknown) => error,
      );
      expect((refused as Error).message).to.include("Permission 'iam.serviceAccounts.signBlob' denied");
    });
  });

  it("signs in at the Auth emulator, signed or not", async () => {
    let signed = "";
    await withGoogle(async () => void (signed = await createCustomToken(createServiceAccount(), "somebody", claims)));
    const unsigned = await createCustomToken(createServiceAccount(), "somebody", claims);
    for (const token of [signed, unsigned]) {
      expect(await signIn(token)).to.include({ ...claims, user_id: "somebody" });
    }
  });
});
