// Does the sums that a form asks for (data-puzzel, ALTCHA) while someone writes, and puts the
// outcome in the field named bewijs. Without it the form works too: then less may wait at once.

const AT_ONCE = 64;

export default function start(form) {
  form.addEventListener("focusin", () => solve(form), { once: true });
}

async function solve(form) {
  const field = form.elements.bewijs;
  if (!field || !crypto.subtle) return;
  const challenge = JSON.parse(form.dataset.puzzel);
  const solution = await find(challenge.parameters);
  if (solution) field.value = btoa(JSON.stringify({ challenge, solution }));
}

async function find({ salt, nonce, keyPrefix, expiresAt }) {
  const begin = bytesOf(salt + nonce);
  for (let first = 0; Date.now() < expiresAt * 1000; first += AT_ONCE) {
    const counters = Array.from({ length: AT_ONCE }, (_, index) => first + index);
    const keys = await Promise.all(counters.map((counter) => keyOf(begin, counter)));
    const index = keys.findIndex((key) => key.startsWith(keyPrefix));
    if (index >= 0) return { counter: counters[index], derivedKey: keys[index] };
  }
  return null;
}

async function keyOf(begin, counter) {
  const data = new Uint8Array(begin.length + 4);
  data.set(begin);
  new DataView(data.buffer).setUint32(begin.length, counter);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytesOf(hex) {
  return Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
}
