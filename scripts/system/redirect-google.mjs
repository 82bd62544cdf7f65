// Loaded into a process of tests: sends the Admin SDK's requests for App Check to the imitation of
// `imitate-app-check.ts`. Other requests stay as they are. In a worker of the Functions emulator it
// also sets the parameters, because functions/.env comes before the Suite's own environment.
import http from "node:http";
import https from "node:https";

const { FUNCTIONS_EMULATOR: isWorker, ENV_OF_FUNCTIONS: env } = process.env;
if (isWorker === "true" && env !== undefined) Object.assign(process.env, JSON.parse(env));

const hosts = ["firebaseappcheck.googleapis.com", "iamcredentials.googleapis.com", "oauth2.googleapis.com"];
const { request } = https;

https.request = (target, ...rest) => {
  const address = process.env["IMITATED_GOOGLE"];
  const given = typeof target === "string" || target instanceof URL ? new URL(target) : null;
  const [options = {}, ...others] = given === null ? [target, ...rest] : rest;
  const { hostname, path } = given === null ? options : { hostname: given.hostname, path: given.pathname };
  const asked = hostname ?? options.host;
  if (address === undefined || !hosts.includes(asked)) return request.call(https, target, ...rest);
  const [host, port] = address.split(":");
  const { method, headers } = options;
  return http.request({ host, port, path, method, headers }, ...others);
};
