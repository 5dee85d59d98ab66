/* Searching leaves no trace: not in the address, not in the history, and not in what the browser keeps. */
"use strict";
(() => {
  const KEY = "plankit-search";
  const forget = (words) => {
    try {
      localStorage.removeItem("sphinx_highlight_terms");
    } catch { /* a browser that keeps nothing has nothing to forget */ }
    return words;
  };
  const search = (words) => {
    for (const input of document.querySelectorAll(".pk-quiet-search input")) input.value = words;
    document.getElementById("search-results").replaceChildren();
    Search.performSearch(words);
  };
  const ready = () => typeof Search === "object" && document.getElementById("search-results") !== null;
  for (const form of document.querySelectorAll(".pk-quiet-search")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = form.querySelector("input").value.trim();
      if (!words) return;
      if (ready()) return search(words);
      try {
        sessionStorage.setItem(KEY, words);
      } catch { /* then the words are typed again on the page that follows */ }
      location.href = form.action;
    });
  }
  globalThis.plankitQuietSearch = () => {
    // Sphinx writes the words down for the next page to mark them; here they are gone at once.
    const parse = Search._parseQuery;
    Search._parseQuery = (words) => {
      const parsed = parse(words);
      forget();
      return parsed;
    };
    let words = null;
    try {
      words = sessionStorage.getItem(KEY);
      sessionStorage.removeItem(KEY);
    } catch { /* as above */ }
    if (words) search(words);
    else document.querySelector(".pk-search-form input")?.focus();
  };
})();
