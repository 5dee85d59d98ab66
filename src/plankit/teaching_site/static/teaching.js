// Makes questions that can be answered, and cases that can be played, of what stands on the page. What somebody answers is
// held in the open page alone: nothing is stored, sent or put into the address, and it is gone when the page is left.
"use strict";
(() => {
  const words = JSON.parse(document.body.dataset.words || "{}");
  const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  const make = (tag, attributes = {}, ...inner) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inner);
    return made;
  };
  const mark = (place, good) => {
    place.querySelector(".t-mark")?.remove();
    if (good === undefined) return;
    place.append(make("span", { class: `t-mark ${good ? "t-good" : "t-bad"}` }, `${good ? "✓" : "✕"} ${say(good ? "good" : "bad")}`));
  };
  const plain = (text) => text.trim().replace(/\s+/g, " ").replace(/[.!]$/, "").toLocaleLowerCase();
  const asNumber = (text, unit) => {
    const bare = plain(text).replace(plain(unit) || "\u0000", "").replace(/[\s\u00a0]/g, "").replace(",", ".");
    return bare === "" ? NaN : Number(bare);
  };
  const dropdown = (label, options) => {
    const list = make("select", { "aria-label": label, autocomplete: "off" });
    options.forEach(([value, text]) => list.append(make("option", { value }, text)));
    return list;
  };

  // Each takes the question, what is offered in it, and the form to build in. It gives back whether there is an answer, and
  // what to say of it: whether it is right, and why.
  const choices = (question, given, form) => {
    const many = question.dataset.kind === "several";
    const rows = [...given.querySelectorAll("[data-right]")].map((one, number) => {
      const box = make("input", { type: many ? "checkbox" : "radio", name: `${question.number}`, value: `${number}` });
      const row = make("li", {}, make("label", {}, box, " ", one.textContent));
      return { box, row, right: one.dataset.right === "yes", why: one.dataset.why || "" };
    });
    form.append(make("ul", { class: "t-choices" }, ...rows.map((one) => one.row)));
    return {
      has: () => rows.some((one) => one.box.checked),
      clear: () => rows.forEach((one) => mark(one.row)),
      judge: () => {
        const chosen = rows.filter((one) => one.box.checked);
        chosen.forEach((one) => mark(one.row, one.right));
        return { right: rows.every((one) => one.box.checked === one.right), why: chosen.map((one) => one.why) };
      },
    };
  };
  const gap = (question, given, form) => {
    const offered = [...given.querySelectorAll("[data-right]")];
    const list = dropdown(say("gap"), [["", say("pick")], ...offered.map((one, number) => [`${number}`, one.textContent])]);
    const sentence = question.querySelector(".t-text");
    form.append(sentence);
    sentence.querySelector("b").replaceWith(list);
    return {
      has: () => list.value !== "",
      clear: () => mark(sentence),
      judge: () => {
        const one = offered[Number(list.value)];
        mark(sentence, one.dataset.right === "yes");
        return { right: one.dataset.right === "yes", why: [one.dataset.why || ""] };
      },
    };
  };
  const order = (question, given, form) => {
    const list = make("ol", { class: "t-order" });
    const told = make("p", { role: "status", class: "pk-hidden" });
    const rows = [...given.querySelectorAll("[data-place]")].map((one) => {
      const step = one.textContent;
      const row = make("li", {}, make("span", { class: "t-step" }, step));
      return { row, step, place: Number(one.dataset.place) };
    });
    const now = () => [...list.children].map((row) => rows.find((one) => one.row === row));
    const refresh = () => now().forEach((one, number, all) => {
      one.list.value = `${number}`;
      one.up.setAttribute("aria-disabled", `${number === 0}`);
      one.down.setAttribute("aria-disabled", `${number === all.length - 1}`);
    });
    const move = (one, place, focus) => {
      const others = now().filter((each) => each !== one);
      if (place < 0 || place > others.length) return;
      others.splice(place, 0, one);
      list.append(...others.map((each) => each.row));
      refresh();
      focus.focus();
      told.textContent = say("moved", { step: one.step, number: place + 1, count: rows.length });
      form.dispatchEvent(new Event("input"));
    };
    rows.forEach((one) => {
      one.list = dropdown(say("place", one), rows.map((each, number) => [`${number}`, `${number + 1}`]));
      one.up = make("button", { type: "button", "aria-label": say("up", one) }, "↑");
      one.down = make("button", { type: "button", "aria-label": say("down", one) }, "↓");
      one.list.addEventListener("change", () => move(one, Number(one.list.value), one.list));
      one.up.addEventListener("click", () => move(one, now().indexOf(one) - 1, one.up));
      one.down.addEventListener("click", () => move(one, now().indexOf(one) + 1, one.down));
      one.row.append(make("span", { class: "t-move" }, one.list, one.up, one.down));
    });
    list.append(...rows.map((one) => one.row));
    refresh();
    form.append(list, told);
    return {
      has: () => true,
      clear: () => rows.forEach((one) => mark(one.row)),
      judge: () => {
        now().forEach((one, number) => mark(one.row, one.place === number));
        const right = now().filter((one, number) => one.place === number).length;
        return { right: right === rows.length, why: [right < rows.length ? say("some", { right, count: rows.length }) : ""] };
      },
    };
  };
  const match = (question, given, form) => {
    const sides = [...question.querySelectorAll(".t-with li")].map((one) => one.textContent);
    const rows = [...given.querySelectorAll("[data-with]")].map((one) => {
      const list = dropdown(one.textContent, [["", say("pick")], ...sides.map((side) => [side, side])]);
      return { list, with: one.dataset.with, row: make("li", {}, make("span", {}, one.textContent), " ", list) };
    });
    for (const one of [...question.children]) if (one.matches(".t-with") || one.nextElementSibling?.matches(".t-with")) one.remove();
    form.append(make("ul", { class: "t-match" }, ...rows.map((one) => one.row)));
    return {
      has: () => rows.every((one) => one.list.value !== ""),
      clear: () => rows.forEach((one) => mark(one.row)),
      judge: () => {
        rows.forEach((one) => mark(one.row, one.list.value === one.with));
        const right = rows.filter((one) => one.list.value === one.with).length;
        return { right: right === rows.length, why: [right < rows.length ? say("some", { right, count: rows.length }) : ""] };
      },
    };
  };
  const written = (question, given, form) => {
    const answers = JSON.parse(question.dataset.answers);
    const unit = question.dataset.unit;
    const box = make("input", { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
    if (question.dataset.kind === "number") box.setAttribute("inputmode", "decimal");
    const row = make("p", { class: "t-written" }, make("label", {}, `${say("answer")} `, box), unit ? ` ${unit}` : "");
    form.append(row);
    const same = question.dataset.kind === "number"
      ? (one) => asNumber(one, unit) === asNumber(box.value, unit)
      : (one) => plain(one) === plain(box.value);
    return {
      has: () => box.value.trim() !== "",
      clear: () => mark(row),
      judge: () => {
        const right = answers.some(same);
        mark(row, right);
        return { right, why: [] };
      },
    };
  };
  const kinds = { one: choices, several: choices, "true-false": choices, gap, order, match, text: written, number: written };

  const tally = document.querySelector(".t-tally");
  const first = new Map();
  const questions = [...document.querySelectorAll(".t-question")].filter((one) => one.dataset.kind in kinds);
  const count = () => {
    const right = [...first.values()].filter(Boolean).length;
    tally.textContent = say("tally", { done: first.size, count: questions.length, right });
  };
  questions.forEach((question, number) => {
    question.number = `q${number}`;
    const text = question.querySelector(".t-text");
    text.id = `text-${number}`;
    const given = question.querySelector(".t-given") || make("p");
    const details = question.querySelector("details");
    const form = make("form", { autocomplete: "off", novalidate: "", role: "group", "aria-labelledby": text.id });
    (given.isConnected ? given : details).before(form);
    const asked = kinds[question.dataset.kind](question, given, form);
    given.remove();
    details.hidden = true;
    const told = make("p", { role: "status", class: "t-verdict" });
    form.append(make("button", { type: "submit", class: "pk-button" }, say("check")), told);
    form.addEventListener("input", () => { asked.clear(); told.textContent = ""; });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      asked.clear();
      if (!asked.has()) { told.textContent = say("choose"); return; }
      const found = asked.judge();
      if (!first.has(question)) first.set(question, found.right);
      told.className = `t-verdict ${found.right ? "t-good" : "t-bad"}`;
      told.textContent = [say(found.right ? "right" : "wrong"), ...found.why].filter(Boolean).join(" ");
      details.hidden = false;
      details.open = found.right;
      count();
    });
  });
  if (tally && questions.length) { tally.hidden = false; count(); }

  for (const played of document.querySelectorAll(".t-branching")) {
    const points = [...played.querySelectorAll(".t-point")];
    const end = played.querySelector(".t-end");
    const told = make("p", { role: "status", class: "pk-hidden" });
    const way = make("ol", { class: "t-trail" });
    const score = make("p");
    let taken = 0;
    let right = 0;
    const show = (place, focus = true) => {
      for (const one of [...points, end]) one.hidden = one !== place;
      told.textContent = "";
      if (focus) place.querySelector("h2").focus();
      if (place === end) score.textContent = say("score", { right, count: taken });
    };
    const button = (text, action) => {
      const made = make("button", { type: "button", class: "pk-button" }, text);
      made.addEventListener("click", action);
      return made;
    };
    const next = (id) => document.getElementById(id);
    for (const point of points) {
      const list = point.querySelector(".t-turns");
      const result = make("div", { class: "t-result", tabindex: "-1" });
      result.hidden = true;
      point.append(result);
      const back = () => { result.hidden = true; list.hidden = false; point.querySelector("h2").focus(); };
      point.open = () => { result.hidden = true; if (list) list.hidden = false; };
      for (const turn of list ? list.children : []) {
        const text = turn.querySelector(".t-turn");
        const detail = turn.querySelector("details");
        const words = text.textContent;
        const goal = turn.dataset.leads;
        const follows = turn.dataset.follows === "yes";
        const choose = () => {
          taken += 1;
          if (follows) right += 1;
          const line = make("li", {}, words);
          mark(line, follows);
          way.append(line);
          const again = goal === point.id;
          const onward = button(say(again ? "again" : goal === "end" ? "finish" : "on"), again ? back : () => show(next(goal)));
          const said = detail.querySelector(".t-told").cloneNode(true);
          result.replaceChildren(make("p", { class: "t-chosen" }, say("chosen", { turn: words })), said, make("p", {}, onward));
          list.hidden = true;
          result.hidden = false;
          result.focus();
          told.textContent = said.querySelector("p").textContent;
        };
        text.replaceWith(button(words, choose));
        detail.hidden = true;
      }
      point.querySelectorAll(":scope > p > a[href='#end']").forEach((one) => one.replaceWith(button(one.textContent, () => show(end))));
    }
    const restart = () => {
      [taken, right] = [0, 0];
      way.replaceChildren();
      points.forEach((one) => one.open());
      show(points[0]);
    };
    end.querySelector("h2").after(score, way);
    end.append(make("p", {}, button(say("restart"), restart)));
    played.append(told);
    show(points[0], false);
  }

  // A browser may keep a page that is left, with its answers, and show it again on Back: then it is opened anew.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
