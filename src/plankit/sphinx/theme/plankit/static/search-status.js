/* Says the number of hits to screen readers: Sphinx writes it into a paragraph that they are not told of. */
"use strict";
(() => {
  const results = document.getElementById("search-results");
  const told = document.getElementById("search-told");
  if (!results || !told) return;
  new MutationObserver(() => {
    const words = results.querySelector(".search-summary")?.textContent ?? "";
    if (told.textContent !== words) told.textContent = words;
  }).observe(results, { childList: true, subtree: true, characterData: true });
})();
