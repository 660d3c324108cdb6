// Copies what the site uses of the front-end packages into static/vendor, as vendor.json lists it.
// Of the NL Design System only the listed classes and the tokens they need are kept. Every text
// file gets a compressed copy beside it.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { cutRules, cutTokens } from "./vendor-css.mjs";

const PACKAGES = "node_modules";
const TARGET = "static/vendor";
const COMPRESSED = /\.(css|js|svg)$/;
const FONT = `@font-face {
  font-family: "Source Sans 3";
  font-style: normal;
  font-weight: 200 900;
  font-display: swap;
  src: url("../vendor/fonts/source-sans-3.woff2") format("woff2");
}
`;
const ICON =
  'viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" ' +
  'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" focusable="false"';

const list = JSON.parse(readFileSync("scripts/vendor.json", "utf8"));
const read = (name) => readFileSync(join(PACKAGES, name), "utf8");

function write(name, text) {
  const path = join(TARGET, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function copyFiles() {
  for (const [from, to] of Object.entries(list.copy)) {
    const path = join(TARGET, to);
    mkdirSync(dirname(path), { recursive: true });
    cpSync(join(PACKAGES, from), path);
  }
}

/** One css file: the font, the tokens that are used, and the listed classes of each component. */
function writeDesignSystem() {
  const components = Object.entries(list.components).map(([name, classes]) =>
    cutRules(read(name), new Set(classes)),
  );
  const rules = components.join("\n");
  const tokens = cutTokens(read(list.tokens), rules);
  const note =
    "/* NL Design System, EUPL-1.2: Gemeente Utrecht, Frameless B.V. and the NL Design System team. */\n";
  write("nlds.css", `${note}${FONT}:root {\n${tokens}}\n${rules}\n`);
}

function writeIcons() {
  for (const name of list.icons) {
    const drawing = read(`@tabler/icons/icons/outline/${name}.svg`)
      .replace(/\s+/g, " ")
      .replace(/<path stroke="none"[^>]*\/> ?/, "")
      .replace(/ ?\/> ?/g, "/>")
      .replace(/^.*?<svg[^>]*> ?/, `<svg ${ICON}>`);
    write(`icons/${name}.svg`, drawing.trim());
  }
}

function compressAll() {
  for (const name of readdirSync(TARGET, { recursive: true })) {
    if (!COMPRESSED.test(name) || name.startsWith("icons")) continue;
    const bytes = readFileSync(join(TARGET, name));
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    write(`${name}.gz`, gzipSync(bytes, { level: 9 }));
    write(`${name}.br`, brotliCompressSync(bytes, { params: size }));
  }
}

for (const name of readdirSync(TARGET, { withFileTypes: true }).map((entry) => entry.name)) {
  rmSync(join(TARGET, name), { recursive: true });
}
copyFiles();
writeDesignSystem();
writeIcons();
compressAll();
