import { expect } from "chai";
import { ApiError, createApi } from "../../src/api/client.ts";

const uuid = "6ff6f4b2-7d0d-4f8c-9f0c-0f4ad4a2f8b1";
const created = { uuid, expiresAt: "2030-01-01T00:00:00.000Z", hostKey: "k".repeat(43) };

interface Asked {
  url: string;
  init: RequestInit | undefined;
}

/** A server that gives one answer and remembers what it was asked. */
function serverThatAnswers(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked: Asked[] = [];
  const answer: typeof fetch = async (input, init) => {
    asked.push({ url: String(input), init });
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
  };
  return { asked, api: createApi({ baseURL: "https://meet.example", fetch: answer }) };
}

async function failureOf(asking: Promise<unknown>): Promise<ApiError> {
  const failure = await asking.then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).to.be.instanceOf(ApiError);
  return failure as ApiError;
}

describe("the API client", () => {
  it("posts what the contract says as JSON", async () => {
    const { asked, api } = serverThatAnswers(200, created);
    expect(await api.create({ capacity: 4 })).to.deep.equal(created);
    expect(asked[0]?.url).to.equal("https://meet.example/create");
    expect(asked[0]?.init).to.include({ method: "POST", body: '{"capacity":4}', credentials: "omit" });
  });

  it("puts a field that the path names into the path, escaped", async () => {
    const room = { uuid, expiresAt: created.expiresAt, isProtected: false, capacity: 8, participants: 2 };
    const { asked, api } = serverThatAnswers(200, room);
    expect(await api.room({ uuid: "../secret" })).to.deep.equal(room);
    expect(asked[0]?.url).to.equal("https://meet.example/room/..%2Fsecret");
    expect(asked[0]?.init).to.include({ method: "GET" });
    expect(asked[0]?.init?.body).to.equal(undefined);
  });

  it("rejects with the server's code, status and delay", async () => {
    const { api } = serverThatAnswers(429, { code: "rate-limited", message: "slow down" }, { "retry-after": "3" });
    const failure = await failureOf(api.generateID());
    expect(failure).to.include({ code: "rate-limited", status: 429, retryAfterMs: 3_000 });
  });

  it("takes a code that it does not know for an internal error", async () => {
    const { api } = serverThatAnswers(418, { code: "teapot" });
    expect(await failureOf(api.generateID())).to.include({ code: "internal", status: 418 });
  });

  it("takes for a network error what is no answer of this API", async () => {
    expect(await failureOf(serverThatAnswers(200, "<html>captive portal</html>").api.generateID())).to.include({
      code: "network",
    });
    expect(await failureOf(serverThatAnswers(200, { userID: "no uuid" }).api.generateID())).to.include({
      code: "network",
    });
    const unreachable = createApi({ fetch: () => Promise.reject(new TypeError("Failed to fetch")) });
    expect(await failureOf(unreachable.generateID())).to.include({ code: "network", status: 0 });
  });

  it("leaves an abort what it is", async () => {
    const controller = new AbortController();
    const api = createApi({
      fetch: (_, init) =>
        new Promise((__, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted")))),
    });
    const asking = api.generateID({ signal: controller.signal });
    controller.abort("gone elsewhere");
    const reason = await asking.catch((error: unknown) => error);
    expect(reason).to.equal("gone elsewhere");
  });
});
