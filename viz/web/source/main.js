// Puts the page together, and again when the language changes; opens everything for print and closes it afterwards.
import { about } from "./about.js";
import { charts, fit } from "./charts.js";
import { book } from "./book.js";
import { element, own } from "./dom.js";
import { scorecard } from "./scorecard.js";
import { both, data, say, state } from "./state.js";
import { head, pictures, targets, tiles } from "./summary.js";
import { tableElement, tables } from "./tables.js";
import { twin_section } from "./twin.js";
import { unpacked } from "./twin_model.js";

const root = document.getElementById("report");
const sections = ["summary", "twin", "scorecard", "charts", "tables", "about"];

function bar(ids = sections) {
  const language = (code, name) => element("button", { "data-language": code, "aria-pressed": String(state.language === code),
    onclick: () => { state.language = code; render(); } }, name);
  return element("nav", { class: "bar" }, element("div", {}, ids.map((id) => element("a", { href: `#${id}` }, say(id))),
    element("span", { class: "end" }, element("span", { class: "languages" }, language("en", "English"), language("zh", "中文")),
      element("button", { onclick: () => window.print() }, say("print")))));
}

const section = (id, ...content) => element("section", { id }, element("h2", {}, say(id)), ...content);

function comparison() {
  if (!data.comparison) return null;
  const made = data.comparison.tables.map(tableElement);
  made.forEach((table) => { table.fill(); table.open = true; });
  return section("comparison", element("p", { class: "soft" }, data.comparison.runs.map((run, i) => [i ? " · " : "", `${i + 1}: `, own(run)])), made);
}

function render_book() {
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  root.replaceChildren(bar([]), element("main", { class: "book" }, book(), element("footer", {}, own(`parktwin ${data.run.version} · ${data.run.results_hash}`))));
}

function render() {
  if (data.book) return render_book();
  const card = scorecard();
  const choose = (status) => {
    card.choose(status);
    document.getElementById("scorecard").scrollIntoView();
  };
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  document.title = `${both(data.run.park)} · ${data.run.scenario}`;
  root.replaceChildren(bar(), element("main", {}, head(), section("summary", tiles(choose), pictures(), targets(card.open)),
    comparison(), section("twin", twin_section()), section("scorecard", card.made), section("charts", charts()), section("tables", tables()), section("about", about())));
  fit();
}

// Print shows every clause and every table, and closes again what was closed.
let undo = [];
function open_for_print() {
  if (undo.length) return;
  for (const made of document.querySelectorAll("details:not(#all-results, #all-results details)")) {
    made.fill();
    if (!made.open) {
      made.open = true;
      undo.push(() => { made.open = false; });
    }
    if (made.lastElementChild.for_print) undo.push(made.lastElementChild.for_print());
  }
}
window.addEventListener("beforeprint", open_for_print);
window.addEventListener("afterprint", () => {
  undo.splice(0).forEach((step) => step());
  fit();
});
// The width of paper is known only once the print styles hold.
window.matchMedia("print").addEventListener("change", fit);
window.addEventListener("resize", fit);

// Tables of the results arrive packed in a page for the screen; a page to be printed at once has them as they are.
const packed = typeof data.result_tables === "string" ? data.result_tables : null;
if (packed) data.result_tables = [];
render();
const ready = () => { root.dataset.ready = "true"; };
if (packed) {
  unpacked({ bytes: packed }).then((bytes) => {
    data.result_tables = JSON.parse(new TextDecoder().decode(bytes));
    render();
  }).catch(() => {}).then(ready);
} else ready();
