// The allowed directions of imports, for every workspace and for Vue components too.
import { readRules } from "./scripts/checks/direction-rules.mjs";

export default {
  forbidden: [
    {
      name: "circle",
      comment: "Move the shared part down, or hand it in as a parameter. Types count too.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...readRules(),
  ],
  options: {
    // Imports of types count as imports.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(functions|hosting|client)/dist/|^\\.local/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
