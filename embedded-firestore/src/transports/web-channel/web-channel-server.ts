// The WebChannel transport. Tells handshakes, back channels, forward channel requests and
// terminations apart, and finds their session.

import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FirestoreService, BidiStreamingMethod, StreamSession } from "../../service/protocol/firestore-service.ts";
import type { Scheduler } from "../../service/scheduler.ts";
import { readText } from "../encoding/body.ts";
import { errorBodyOf } from "../encoding/http-status.ts";
import { readMessage } from "../encoding/json-reader.ts";
import { requestTypeOf } from "../encoding/schema.ts";
import { createChannel, type Channel } from "./channel.ts";
import { encodeFrame, parseForwardForm, type ForwardForm } from "./frame.ts";

const protocolVersion = 8;
const serverVersion = 12;
const keepAliveMs = 30_000;

export interface WebChannelServer {
  handle(method: BidiStreamingMethod, request: IncomingMessage, url: URL, response: ServerResponse): Promise<void>;
  close(): void;
}

interface Session {
  readonly channel: Channel;
  readonly method: BidiStreamingMethod;
  readonly stream: StreamSession;
  hasEnded: boolean;
}

export function createWebChannelServer(service: FirestoreService, scheduler: Scheduler): WebChannelServer {
  const sessions = new Map<string, Session>();

  function open(method: BidiStreamingMethod, authorization: string | undefined): Session {
    const sid = randomUUID();
    const channel = createChannel({ sid, scheduler, onAbandoned: () => end(sid) });
    const stream = service.openStream(method, authorization, {
      send: (message) => channel.push(message),
      end(error) {
        session.hasEnded = true;
        if (error) channel.push(errorBodyOf(error));
      },
    });
    const session: Session = { channel, method, stream, hasEnded: false };
    sessions.set(sid, session);
    return session;
  }

  function end(sid: string): void {
    const session = sessions.get(sid);
    sessions.delete(sid);
    session?.stream.close();
    session?.channel.close();
  }

  /** Ignores everything after an error: the client may have sent more before it saw the error. */
  function forward(session: Session, form: ForwardForm): void {
    for (const json of session.channel.acceptForward(form.offset, form.messages)) {
      if (session.hasEnded) return;
      try {
        session.stream.handleMessage(readMessage(requestTypeOf(session.method), json));
      } catch (error) {
        session.hasEnded = true;
        session.channel.push(errorBodyOf(error));
        session.stream.close();
      }
    }
  }

  return {
    async handle(method, request, url, response) {
      const query = url.searchParams;
      response.setHeader("Content-Type", "text/plain; charset=utf-8");
      response.setHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
      response.setHeader("X-Content-Type-Options", "nosniff");
      const sid = query.get("SID");
      if (sid === null) {
        if (request.method !== "POST" || query.get("VER") !== String(protocolVersion)) return void badRequest(response);
        const form = parseForwardForm(await readText(request));
        const session = open(method, form.headers.get("authorization"));
        response.end(encodeFrame([[0, ["c", session.channel.sid, "", protocolVersion, serverVersion, keepAliveMs]]]));
        return forward(session, form);
      }
      if (query.get("TYPE") === "terminate") {
        end(sid);
        return void response.end();
      }
      const form = request.method === "POST" ? parseForwardForm(await readText(request)) : undefined;
      const session = sessions.get(sid);
      if (!session) return void badRequest(response);
      if (form) {
        forward(session, form);
        return void response.end(encodeFrame(session.channel.forwardResponse()));
      }
      session.channel.attach(response, {
        lastReceivedId: Number(query.get("AID") ?? 0) || 0,
        isLongPolling: query.get("CI") === "1",
      });
    },
    close() {
      for (const sid of [...sessions.keys()]) end(sid);
    },
  };
}

/** 400 with an empty body means "unknown session". The client then opens a new one. */
function badRequest(response: ServerResponse): void {
  response.writeHead(400).end();
}
