// Turns the page into a deck, and lets a second window show the notes. Keeps nothing, sends nothing to anybody.
"use strict";
window.addEventListener("load", () => {
  const root = document.documentElement;
  // On a phone the page as it stands is easier to read than a slide the size of a stamp.
  if (!window.Reveal || Math.min(window.innerWidth, window.innerHeight) < 480) return;
  let notes = null;
  const tell = () => {
    const slide = Reveal.getCurrentSlide();
    if (notes && !notes.closed && slide) notes.postMessage({ slide: slide.id }, "*");
  };
  const open = () => {
    notes = window.open("notes.html", "slide-notes", "popup,width=760,height=900");
  };
  window.addEventListener("message", (event) => {
    if (!notes || event.source !== notes || !event.data) return;
    if (event.data.go === 1) Reveal.next();
    else if (event.data.go === -1) Reveal.prev();
    tell();
  });
  root.classList.replace("plain", "deck");
  document.getElementById("reveal-sheet").media = "all";
  Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0.03,
    center: false,
    controlsTutorial: false,
    hash: true,
    history: false,
    help: false,
    jumpToSlide: false,
    navigationMode: "linear",
    postMessage: false,
    postMessageEvents: false,
    progress: false,
    scrollActivationWidth: null,
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    keyboard: { 83: open },
  });
  Reveal.on("slidechanged", tell);
});
