/* The way out: the page goes blank and the tab gets another name at once, then another site takes its place. */
"use strict";
(() => {
  const WINDOW = 5000;
  const PRESSES = 3;
  const link = document.querySelector("a.pk-exit");
  if (!link) return;
  const counted = document.querySelector(".pk-exit-count");
  const target = link.href;
  const host = link.hostname;
  const icon = new URL("exit-icon.svg", document.currentScript.src).href;
  let left = false;
  let alone = false;
  let presses = [];

  const leave = () => {
    left = true;
    document.title = host;
    for (const one of document.querySelectorAll("link[rel~=icon]")) one.href = icon;
    document.body.replaceChildren();
    // In place of this page in the history: Back leads past it.
    location.replace(target);
  };
  const tell = () => {
    const rest = PRESSES - presses.length;
    const words = rest < PRESSES && rest > 0 ? counted.dataset[rest === 1 ? "one" : "more"] : "";
    if (counted.textContent !== words) counted.textContent = words;
  };
  const recent = () => {
    const now = performance.now();
    presses = presses.filter((time) => now - time <= WINDOW);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (left || event.repeat) return;
    alone = event.key === "Shift" && !(event.ctrlKey || event.altKey || event.metaKey);
    if (!alone) presses = [];
    tell();
  }, true);
  // With Shift held down, a click marks text or opens a window: that is no sign to leave.
  addEventListener("pointerdown", () => { alone = false; }, true);
  addEventListener("keyup", (event) => {
    if (left || event.key !== "Shift" || !alone) return;
    presses.push(performance.now());
    recent();
    if (presses.length >= PRESSES) return leave();
    tell();
    setTimeout(() => { recent(); tell(); }, WINDOW + 1);
  }, true);
  // A browser may keep the page as it was left and show it again: it stays blank and leaves anew.
  addEventListener("pageshow", () => { if (left) location.replace(target); });
  for (const one of document.querySelectorAll(".pk-exit-keys")) one.hidden = false;
})();
