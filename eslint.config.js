// Lint: type-aware rules for real mistakes, and the direction of imports (each line is an invariant of ARCHITECTURE.md).
import prettier from "eslint-config-prettier";
import vue from "eslint-plugin-vue";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Forbids imports that match one of the gitignore-like groups (or a regular expression), saying why. */
function forbid(files, rules, ignores = []) {
  return {
    files,
    ignores,
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: rules.map(([message, ...group]) =>
            group[0] instanceof RegExp ? { regex: group[0].source, message } : { group, message },
          ),
        },
      ],
    },
  };
}

const noTests = ["Source never imports tests, e2e or benchmarks.", "**/test/**", "**/e2e/**", "**/benchmarks/**"];
const noFirebase = ["Firebase is reached through signalling only.", "firebase", "firebase/*", "@firebase/*"];
const noServer = [
  "The client and the functions share the contract only.",
  "@meetogram/functions",
  "@meetogram/embedded-firestore",
  "**/functions/src/**",
  "**/embedded-firestore/**",
];
const noClient = [
  "The functions and the client share the contract only.",
  "@meetogram/hosting",
  "@meetogram/embedded-firestore",
  "**/hosting/**",
  "**/embedded-firestore/**",
];

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", "**/coverage/**", ".local/**"] },
  ...tseslint.configs.recommended,
  ...vue.configs["flat/recommended"],
  {
    files: ["**/*.vue"],
    languageOptions: { parserOptions: { parser: tseslint.parser }, globals: globals.browser },
  },
  {
    files: ["**/*.ts"],
    ignores: ["**/*.d.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["**/*.{ts,vue,js,mjs}"],
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["error", { max: 400, skipComments: true, skipBlankLines: true }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  {
    files: ["**/test/**/*.ts"],
    rules: { "@typescript-eslint/no-unused-expressions": "off" },
  },
  { files: ["scripts/**", "**/bin/**", "benchmarks/**"], rules: { "no-console": "off" } },

  forbid(["contract/src/**/*.ts"], [["Only valibot and the contract itself.", /^(?!valibot$|\.)/]]),
  forbid(["client/src/**/*.ts"], [["Only the contract.", /^(?!@meetogram\/contract$|valibot$|\.)/]]),
  forbid(["functions/src/firebase/**/*.ts"], [noTests, noClient]),
  forbid(
    ["functions/src/**/*.ts"],
    [noTests, noClient, ["Only functions/src/firebase talks to Firebase.", "firebase-admin", "firebase-admin/*"]],
    ["functions/src/firebase/**"],
  ),
  forbid(
    ["hosting/src/**/*.{ts,vue}"],
    [noTests, noServer],
    ["hosting/src/{call,media,views,components}/**", "hosting/src/signalling/in-memory.ts"],
  ),
  forbid(
    ["hosting/src/{call,media}/**/*.ts"],
    [
      noTests,
      noServer,
      noFirebase,
      ["The call knows no interface.", "vue", "@vue/*", "**/views/**", "**/components/**", "**/composables/**"],
      [
        "The call knows the signalling interface, no implementation.",
        "**/signalling/firestore/**",
        "**/signalling/in-memory*",
      ],
    ],
  ),
  forbid(
    ["hosting/src/{views,components}/**/*.{ts,vue}"],
    [
      noTests,
      noServer,
      noFirebase,
      ["Views and components see composables only.", "**/call/**", "**/signalling/**", "**/api/**", "**/media/**"],
    ],
  ),
  forbid(
    ["embedded-firestore/src/engine/**/*.ts"],
    [
      noTests,
      ["The engine knows no rules, no service, no transport.", "**/rules/**", "**/service/**", "**/transports/**"],
      ["The engine is pure: clock, timers and ids are injected.", "node:*"],
    ],
  ),
  forbid(
    ["embedded-firestore/src/rules/**/*.ts"],
    [noTests, ["The rules know the engine's values and paths only.", "**/service/**", "**/transports/**", "node:*"]],
  ),
  forbid(
    ["embedded-firestore/src/service/**/*.ts"],
    [
      noTests,
      ["The service knows no transport.", "**/transports/**", "@grpc/*", "node:http", "node:http2", "node:net"],
    ],
  ),
  prettier,
);
