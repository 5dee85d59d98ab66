/* Searching that leaves no trace: the words stand in the field alone. They are not sent, not in the address,
   not kept by the browser, and gone when the page is left. The index is fetched when somebody first searches. */
"use strict";
(() => {
  const place = document.getElementById("pk-hits");
  const forms = [...document.querySelectorAll(".pk-quiet-search")];
  if (!place || !forms.length) return;
  const told = place.querySelector('[role="status"]');
  const found = place.querySelector("section");
  const list = found.querySelector("ol");
  const root = document.documentElement.dataset.content_root;
  const MOST_HEADINGS = 6;
  let index = null;
  let fetching = null;
  let latest = 0;

  const fetched = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = root + name;
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  // Sphinx's index is a script that calls this.
  globalThis.Search = { setIndex: (given) => { index = given; } };
  const ready = () => {
    fetching ??= Promise.all([fetched("_static/language_data.js"), fetched("searchindex.js")]);
    return fetching;
  };

  const split = (text) => text.toLowerCase().split(/[^\p{Letter}\p{Number}_]+/u).filter(Boolean);
  const stems = (text) => {
    const stemmer = new Stemmer();
    const words = split(text);
    const kept = words.filter((word) => !stopwords.has(word));
    return [...new Set((kept.length ? kept : words).map((word) => stemmer.stemWord(word)))];
  };
  const fits = (stem, term) => stem === term || (stem.length > 2 && term.includes(stem));

  /* Points of each page for one word: more where it stands in a heading, more where it is the whole word. */
  const points = (stem) => {
    const pages = new Map();
    for (const [terms, whole, part] of [[index.terms, 5, 2], [index.titleterms, 15, 7]]) {
      for (const [term, at] of Object.entries(terms)) {
        if (!fits(stem, term)) continue;
        const worth = stem === term ? whole : part;
        for (const page of [at].flat()) pages.set(page, Math.max(pages.get(page) ?? 0, worth));
      }
    }
    return pages;
  };
  /* The headings in which every word stands, by page. */
  const headings = (wanted) => {
    const pages = new Map();
    for (const [title, places] of Object.entries(index.alltitles)) {
      const own = split(title).map((word) => new Stemmer().stemWord(word));
      if (!wanted.every((stem) => own.some((term) => fits(stem, term)))) continue;
      for (const [page, anchor] of places) {
        if (!pages.has(page)) pages.set(page, []);
        pages.get(page).push([title, anchor]);
      }
    }
    return pages;
  };
  const search = (words) => {
    const wanted = stems(words);
    const each = wanted.map(points);
    const pages = new Map();
    for (const one of each) {
      for (const [page, worth] of one) {
        const known = pages.get(page) ?? { page, words: 0, worth: 0 };
        pages.set(page, { page, words: known.words + 1, worth: known.worth + worth });
      }
    }
    const most = Math.max(0, ...[...pages.values()].map((one) => one.words));
    const within = headings(wanted);
    const hits = [...pages.values()].filter((one) => one.words === most);
    const rank = (hit) => hit.worth + 10 * (within.has(hit.page) ? 1 : 0);
    const title = (hit) => index.titles[hit.page];
    hits.sort((one, other) => rank(other) - rank(one) || title(one).localeCompare(title(other)));
    return hits.map((hit) => ({ page: hit.page, title: title(hit), headings: within.get(hit.page) ?? [] }));
  };

  const address = (page, anchor) => {
    const name = index.docnames[page];
    const suffix = place.dataset.suffix;
    const file = suffix === "/" ? name.replace(/(^|\/)index$/, "$1").replace(/([^/])$/, "$1/") : name + suffix;
    return root + file.split("/").map(encodeURIComponent).join("/") + (anchor ? "#" + encodeURIComponent(anchor) : "");
  };
  const link = (words, href) => {
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    anchor.textContent = words;
    anchor.href = href;
    item.append(anchor);
    return item;
  };
  const row = (hit) => {
    const item = link(hit.title, address(hit.page, null));
    const below = hit.headings.filter(([, anchor]) => anchor).slice(0, MOST_HEADINGS);
    if (below.length) {
      const places = document.createElement("ul");
      places.append(...below.map(([words, anchor]) => link(words, address(hit.page, anchor))));
      item.append(places);
    }
    return item;
  };

  const tell = (words) => { told.textContent = words; };
  const counted = (number) => {
    const { none, one, many } = place.dataset;
    return number === 0 ? none : number === 1 ? one : many.replace("{count}", number);
  };
  const close = () => {
    latest += 1;
    tell("");
    list.replaceChildren();
    found.hidden = true;
    for (const form of forms) form.querySelector("input").value = "";
  };
  const show = async (words) => {
    const now = latest += 1;
    tell(place.dataset.busy);
    try {
      await ready();
    } catch {
      fetching = null;
      if (now === latest) tell(place.dataset.failed);
      return;
    }
    if (now !== latest) return;
    const hits = search(words);
    list.replaceChildren(...hits.map(row));
    tell(counted(hits.length));
    found.hidden = false;
    const contents = document.getElementById("__navigation");
    if (contents) contents.checked = false;
    found.focus({ preventScroll: true });
    place.scrollIntoView();
  };

  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = form.querySelector("input").value.trim();
      for (const other of forms) other.querySelector("input").value = words;
      if (words) show(words); else close();
    });
  }
  found.querySelector("button").addEventListener("click", () => {
    close();
    forms.at(-1).querySelector("input").focus();
  });
  globalThis.addEventListener("pagehide", close);
})();
