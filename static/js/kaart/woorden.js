// The words scripts show. They are written here in Dutch, as the server writes its own; the page
// carries the words of its language where that is another one (data-woorden).

const holder = document.querySelector("[data-woorden]");
const words = JSON.parse(holder?.dataset.woorden ?? "{}");

/** Return a text in the language of the page, with values put in place of {names}. */
export function say(text, values = {}) {
  return Object.entries(values).reduce(
    (said, [name, value]) => said.replace(`{${name}}`, value),
    words[text] ?? text,
  );
}
