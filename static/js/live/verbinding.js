// Hears what happens: a stream while the page is in view, questions when there can be no stream.
//
// The stand says how far this page has heard. Whoever comes back, after a break of the connection
// or behind another tab, gives it along and misses nothing.

const FAILED_MOST = 2;
const ASK_MS = 4_000;
const ASK_MOST_MS = 60_000;
const STREAM_AGAIN_MS = 60_000;
const GONE = [404, 422];

/** Call `onNews` with each message about `over` from `sinds` on. */
export function listen({ over, sinds, onNews }) {
  let stand = sinds;
  let source = null;
  let failed = 0;
  let pause = ASK_MS;
  let timer = null;
  let triedAt = 0;

  function hear(message) {
    stand = message.stand;
    if (message.alles || message.meldingen.length) onNews(message);
  }

  function stream() {
    triedAt = Date.now();
    source = new EventSource(`/live/stroom?${new URLSearchParams({ over, sinds: stand })}`);
    source.addEventListener("message", ({ data }) => hear(JSON.parse(data)));
    source.addEventListener("open", () => {
      failed = 0;
    });
    source.addEventListener("error", () => {
      failed += 1;
      const refused = source.readyState === EventSource.CLOSED;
      if (!refused && failed < FAILED_MOST) return; // the browser tries again by itself
      close();
      later(failed < FAILED_MOST ? stream : ask, about(ASK_MS));
    });
  }

  async function ask() {
    const mine = timer;
    const query = new URLSearchParams({ over });
    try {
      const answer = await fetch(`/live/sinds/${encodeURIComponent(stand)}?${query}`);
      if (GONE.includes(answer.status)) return;
      if (!answer.ok) throw new Error(`${answer.status}`);
      const message = await answer.json();
      if (mine !== timer) return; // the page went out of view meanwhile
      hear(message);
      pause = ASK_MS;
    } catch {
      pause = Math.min(2 * pause, ASK_MOST_MS);
    }
    if (mine !== timer) return;
    const again = Date.now() - triedAt > STREAM_AGAIN_MS;
    if (again) failed = 0;
    later(again ? stream : ask, about(pause));
  }

  function later(action, milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  }

  function close() {
    source?.close();
    source = null;
    clearTimeout(timer);
    timer = null;
  }

  function follow() {
    close();
    failed = 0;
    if (document.visibilityState === "visible") stream();
  }

  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => event.persisted && follow());
  follow();
}

// Pages that lost the same server do not all come back at the same moment.
function about(milliseconds) {
  return milliseconds * (0.75 + Math.random() / 2);
}
