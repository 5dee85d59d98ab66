// Lets tables be sorted and filtered. Without it, they are as complete, in the order of numbers.
(() => {
  "use strict";
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  const sort = (table, column, head) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const asNumbers = rows.every((row) => value(row, column) === "" || !Number.isNaN(Number(value(row, column))));
    const order = (a, b) => {
      const [one, other] = [value(a, column), value(b, column)];
      // What is empty stands last, whichever way.
      if (one === "" || other === "") return (one === "") - (other === "");
      const found = asNumbers ? Number(one) - Number(other) : compare(one, other);
      return down ? -found : found;
    };
    rows.sort(order);
    body.append(...rows);
    for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  };
  const filter = (table, words) => {
    const region = table.parentElement;
    const bar = document.createElement("div");
    bar.className = "filter";
    const label = document.createElement("label");
    label.append(words + " ");
    const field = document.createElement("input");
    field.type = "search";
    label.append(field);
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    bar.append(label, told);
    region.before(bar);
    const rows = Array.from(table.tBodies[0].rows);
    field.addEventListener("input", () => {
      const wanted = field.value.toLocaleLowerCase();
      let shown = 0;
      for (const row of rows) {
        const fits = row.textContent.toLocaleLowerCase().includes(wanted);
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      const words = table.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
      told.textContent = wanted ? words : "";
    });
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      if (table.dataset.sortBy) button.title = table.dataset.sortBy;
      head.append(button);
      button.addEventListener("click", () => sort(table, column, head));
    });
    if (table.dataset.filter) filter(table, table.dataset.filter);
  }
})();
