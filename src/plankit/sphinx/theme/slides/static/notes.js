// Follows the deck that opened this window, and turns its slides by the arrow keys.
"use strict";
window.addEventListener("load", () => {
  const deck = window.opener;
  if (!deck) return;
  const turn = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  window.addEventListener("message", (event) => {
    if (event.source !== deck || !event.data || typeof event.data.slide !== "string") return;
    const found = document.getElementById(`notes-${event.data.slide}`);
    if (!found) return;
    for (const one of document.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    found.setAttribute("aria-current", "true");
    found.scrollIntoView({ block: "start" });
  });
  window.addEventListener("keydown", (event) => {
    if (!(event.key in turn) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    deck.postMessage({ go: turn[event.key] }, "*");
  });
  deck.postMessage({ go: 0 }, "*");
});
