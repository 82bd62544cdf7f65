// The JSON body of a POST. The functions framework has already read the body into `rawBody`; a
// plain Express server has not. In both cases this module checks size, media type and JSON, on the
// bytes.
import { limits } from "@meetogram/contract";
import express, { type Request, type RequestHandler } from "express";
import { ApiError } from "../api-error.ts";
import { readDeclaredBody } from "./unparsed-body.ts";

const readRaw: RequestHandler = express.raw({ type: () => true, limit: limits.maxBodyBytes });

/** On a plain server, reads the body into `rawBody`, as the functions framework does. */
export const keepRawBody: RequestHandler = (request, response, next) => {
  if (getRawBody(request)) {
    next();
    return;
  }
  readRaw(request, response, (error?: unknown) => {
    if (!error && Buffer.isBuffer(request.body)) {
      Object.assign(request, { rawBody: request.body });
    }
    next(error);
  });
};

/** The fields of the body; none if there is no body. */
export function readJsonBody(request: Request): Record<string, unknown> {
  const bytes = getRawBody(request);
  if (!bytes || bytes.length === 0) {
    return {};
  }
  if (bytes.length > limits.maxBodyBytes) {
    throw new ApiError("too-large", `A body has ${limits.maxBodyBytes} bytes at most.`);
  }
  const { mediaType, encoding } = readDeclaredBody(request);
  if (encoding.toLowerCase() !== "identity") {
    throw new ApiError("unsupported-media-type", "A body is sent as it is, without an encoding.");
  }
  if (!/^application\/json\s*(;|$)/i.test(mediaType)) {
    throw new ApiError("unsupported-media-type", "A body is sent as application/json.");
  }
  const value = parse(bytes);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ApiError("invalid-request", "The body is not a JSON object.");
  }
  return value as Record<string, unknown>;
}

function getRawBody(request: Request): Buffer | undefined {
  const { rawBody } = request as { rawBody?: unknown };
  return Buffer.isBuffer(rawBody) ? rawBody : undefined;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ApiError("invalid-request", "The body is not JSON in UTF-8.");
  }
}
