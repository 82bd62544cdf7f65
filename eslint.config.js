// Lints the templates of Vue components, which oxlint cannot read. oxlint lints everything else
// (.oxlintrc.json).
import parser from "@typescript-eslint/parser";
import vue from "eslint-plugin-vue";

/** oxfmt is responsible for the layout of templates. */
const layout = /indent|spacing|newline|max-attributes|closing|self-closing|first-attribute|quotes|multiline/;
const recommended = vue.configs["flat/recommended"].map((config) => ({
  ...config,
  ...(config.rules && {
    rules: Object.fromEntries(Object.entries(config.rules).filter(([name]) => !layout.test(name))),
  }),
}));

export default [
  { ignores: ["**/dist/**", "**/coverage/**", ".local/**"] },
  ...recommended.map((config) => ({ ...config, files: ["**/*.vue"] })),
  { files: ["**/*.vue"], languageOptions: { parserOptions: { parser } } },
  {
    files: ["**/*.vue"],
    rules: { "max-lines": ["error", { max: 400, skipComments: true, skipBlankLines: true }] },
  },
];
