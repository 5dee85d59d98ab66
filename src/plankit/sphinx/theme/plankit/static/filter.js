/* Hides the measures that were not asked for and tells how many are left. Nothing is kept and nothing is sent. */
"use strict";
for (const form of document.querySelectorAll(".pk-filter")) {
  const rows = [...form.parentElement.querySelectorAll("tbody tr")];
  const choices = [...form.querySelectorAll("select")];
  const told = form.querySelector("[role=status]");
  const fits = (row, choice) =>
    choice.value === "" || (row.getAttribute(`data-${choice.dataset.by}`) ?? "").split(" ").includes(choice.value);
  const choose = () => {
    const left = rows.filter((row) => choices.every((choice) => fits(row, choice)));
    for (const row of rows) row.classList.toggle("pk-away", !left.includes(row));
    const chosen = choices.some((choice) => choice.value !== "");
    const words = form.dataset.told.replace("{count}", left.length).replace("{all}", rows.length);
    told.textContent = chosen ? words : "";
  };
  for (const choice of choices) choice.addEventListener("change", choose);
  form.querySelector("button").addEventListener("click", () => {
    for (const choice of choices) choice.value = "";
    choose();
    told.textContent = form.dataset.told.replace("{count}", rows.length).replace("{all}", rows.length);
  });
  form.hidden = false;
  // A browser that goes back to the page may have kept what was chosen.
  globalThis.addEventListener("pageshow", choose);
}
