#!/usr/bin/env node
// The program, run from its source. The package that is published starts built JavaScript instead.
import { register } from "tsx/esm/api";

register();
await import("../src/main.ts");
