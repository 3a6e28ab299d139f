
"use strict";
const numberOf = cell => parseFloat(cell.textContent.replace(/,/g, "").replace(/^[A-Z]{3} /, ""));
const compare = (a, b) => {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    return Number.isFinite(x) === Number.isFinite(y) ? a.textContent.localeCompare(b.textContent, "en") : Number.isFinite(y) - Number.isFinite(x);
  }
  return y - x;
};
for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const again = heading.hasAttribute("aria-sort") ? heading.getAttribute("aria-sort") : "";
      const words = heading.classList.contains("words");
      const first = words ? "ascending" : "descending";
      const order = again === first ? (words ? "descending" : "ascending") : first;
      const rows = [...table.tBodies[0].rows].sort((a, b) => compare(a.cells[column], b.cells[column]));
      headings.forEach(other => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", order);
      table.tBodies[0].append(...(order === first ? rows : rows.reverse()));
    });
  });
}
