// meetogram's open requests, typed. Developers import this module.
export { ApiError } from "./api-error.ts";
export {
  createClient,
  type AppCheck,
  type CallOptions,
  type Client,
  type ClientOptions,
  type CreateOptions,
} from "./client.ts";
export type { EndpointName, ErrorCode, RequestOf, ResponseOf } from "@meetogram/contract";
