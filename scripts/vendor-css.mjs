// Cuts css down to the classes and the design tokens a site uses.

const COMMENT = /\/\*[\s\S]*?\*\//g;
const NEGATION = /:not\((?:[^()]|\([^()]*\))*\)/g;
const CLASS = /\.([a-z][\w-]*)/gi;
const USE = /var\(\s*(--[\w-]+)/g;
const DEFINITION = /^\s*(--[\w-]+):\s*([^;]+);/gm;

/** Keep the rules, also inside at-rules, whose selectors name only classes in `wanted`. */
export function cutRules(css, wanted) {
  const kept = [];
  for (const [prelude, body] of blocks(css.replace(COMMENT, ""))) {
    if (prelude.startsWith("@")) {
      const inner = cutRules(body, wanted);
      if (inner) kept.push(`${prelude}{${inner}}`);
      continue;
    }
    const selectors = commas(prelude).filter((selector) => isWanted(selector, wanted));
    if (selectors.length > 0 && body.trim()) {
      kept.push(`${selectors.join(",")}{${body.trim().replace(/\s+/g, " ")}}`);
    }
  }
  return kept.join("\n");
}

/** Keep the tokens that `css` uses, and those they are made of. */
export function cutTokens(tokens, css) {
  const defined = new Map([...tokens.matchAll(DEFINITION)].map((match) => [match[1], match[2]]));
  const needed = new Set();
  const need = (text) => {
    for (const [, name] of text.matchAll(USE)) {
      if (!defined.has(name) || needed.has(name)) continue;
      needed.add(name);
      need(defined.get(name));
    }
  };
  need(css);
  return [...needed].map((name) => `${name}:${defined.get(name)};\n`).join("");
}

function isWanted(selector, wanted) {
  const classes = [...selector.replace(NEGATION, "").matchAll(CLASS)].map((match) => match[1]);
  return classes.every((name) => wanted.has(name));
}

/** Yield [what stands before the brace, what stands inside] of each block at the top level. */
function* blocks(css) {
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let i = 0; i < css.length; i += 1) {
    if (css[i] === "{") {
      if (depth === 0) open = i;
      depth += 1;
    } else if (css[i] === "}") {
      depth -= 1;
      if (depth === 0) {
        yield [css.slice(start, open).trim(), css.slice(open + 1, i)];
        start = i + 1;
      }
    }
  }
}

/** Split a list of selectors at the commas that stand outside brackets. */
function commas(selectors) {
  const parts = [""];
  let depth = 0;
  for (const character of selectors) {
    if (character === "(" || character === "[") depth += 1;
    if (character === ")" || character === "]") depth -= 1;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}
