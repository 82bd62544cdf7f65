// Google's REST APIs, as far as the doctor asks them, over HTTP. It answers what a healthy project
// answers; a test changes one answer. What the doctor does not ask in a healthy project is answered
// 501, so a new question needs an answer in google-answers.ts.
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { accessToken, healthy, refusal, type Answers, type Situation } from "./google-answers.ts";

export interface Google {
  readonly port: number;
  readonly answers: Answers;
  /** What was asked, as in `answers`. */
  readonly asked: string[];
  /** Healthy again. */
  reset(): void;
  close(): Promise<void>;
}

const nameOf = ({ method, url = "" }: IncomingMessage): string =>
  `${method} ${decodeURIComponent((url.split("?")[0] ?? "").slice(1))}`;

export async function imitateGoogle(situation: Situation): Promise<Google> {
  const answers: Answers = healthy(situation);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = nameOf(request);
    asked.push(name);
    const isKnown = request.headers.authorization === `Bearer ${accessToken}`;
    const found = isKnown
      ? (answers.get(name) ?? { status: 501, body: `The imitation does not know ${name}.` })
      : refusal(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    if (found === "silence") return;
    const isJson = typeof found.body !== "string";
    response.writeHead(found.status, { "content-type": isJson ? "application/json; charset=UTF-8" : "text/html" });
    response.end(isJson ? JSON.stringify(found.body) : found.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    answers,
    asked,
    reset() {
      asked.splice(0);
      answers.clear();
      for (const [name, answer] of healthy(situation)) answers.set(name, answer);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
