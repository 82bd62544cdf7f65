// One port for all clients. The first three bytes of a connection tell HTTP/2 (gRPC) from HTTP/1
// (everything else). Tracks all sockets, so that closing can end them at once.

import type { Server as HttpServer } from "node:http";
import { createServer, type AddressInfo, type Socket } from "node:net";
import type { ConnectionInjector } from "@grpc/grpc-js";

const http2Preface = "PRI";

export interface Port {
  readonly port: number;
  close(): Promise<void>;
}

export async function openPort(options: {
  host: string;
  port: number;
  http: HttpServer;
  grpc: ConnectionInjector;
}): Promise<Port> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    sniff(socket, (isHttp2) => {
      if (isHttp2) options.grpc.injectConnection(socket);
      else {
        options.http.emit("connection", socket);
        socket.resume();
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        options.grpc.destroy();
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function sniff(socket: Socket, handOver: (isHttp2: boolean) => void): void {
  let seen = Buffer.alloc(0);
  const handleData = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk]);
    if (seen.length < http2Preface.length) return;
    socket.off("data", handleData);
    // Pauses the socket and puts the bytes back first, so that the next owner reads from the start.
    socket.pause();
    socket.unshift(seen);
    handOver(seen.toString("latin1", 0, http2Preface.length) === http2Preface);
  };
  socket.on("data", handleData);
}
