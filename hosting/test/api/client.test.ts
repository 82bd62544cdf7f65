// What the page adds to the client package. The package's own tests are in client/test.
import { expect } from "chai";
import { ApiError, createApi } from "../../src/api/client.ts";

const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
const created = { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "k".repeat(43) };

interface SentRequest {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

/**
 * A server that gives the answers in turn and records the requests. Null is a connection that
 * breaks.
 */
function serverThatAnswers(...answers: ([status: number, body: unknown] | null)[]) {
  const requests: SentRequest[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    requests.push({ url: String(input), init });
    const answer = answers.shift();
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(answer[1]), { status: answer[0] });
  };
  return { requests, api: createApi({ fetch }) };
}

function keyOf({ init }: SentRequest): string | null {
  return new Headers(init?.headers).get("idempotency-key");
}

describe("the API client of the page", () => {
  it("sends requests to its own origin, without cookies", async () => {
    const { requests, api } = serverThatAnswers([200, created]);
    expect(await api.create({ capacity: 4 })).to.deep.equal(created);
    expect(requests[0]?.url).to.equal("/create");
    expect(requests[0]?.init).to.include({ method: "POST", body: '{"capacity":4}', credentials: "omit" });
  });

  it("creates one room per press, even when a request is repeated", async () => {
    const { requests, api } = serverThatAnswers(null, [200, created], [200, created]);
    await api.create({});
    await api.create({});
    const [lost, repeated, next] = requests.map(keyOf);
    expect(lost).to.be.a("string");
    expect(repeated).to.equal(lost);
    expect(next).not.to.equal(lost);
  });

  it("accepts an abort signal on a request without fields", async () => {
    const { requests, api } = serverThatAnswers([200, { userID: uuid }]);
    await api.generateID({ signal: new AbortController().signal });
    expect(requests[0]?.init?.body).to.equal("{}");
  });

  it("rejects with an ApiError", async () => {
    const { api } = serverThatAnswers([404, { code: "room-not-found", message: "No." }]);
    const failure = await api.room({ uuid }).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(ApiError);
    expect(failure).to.include({ code: "room-not-found", status: 404 });
  });
});
