// Puts the page together, and again when the language changes; opens everything for print and closes it afterwards.
import { about } from "./about.js";
import { charts, fit } from "./charts.js";
import { element } from "./dom.js";
import { scorecard } from "./scorecard.js";
import { both, data, say, state } from "./state.js";
import { head, pictures, targets, tiles } from "./summary.js";
import { tables } from "./tables.js";
import { twin_section } from "./twin.js";

const root = document.getElementById("report");
const sections = ["summary", "twin", "scorecard", "charts", "tables", "about"];

function bar() {
  const language = (code, name) => element("button", { "data-language": code, "aria-pressed": String(state.language === code),
    onclick: () => { state.language = code; render(); } }, name);
  return element("nav", { class: "bar" }, element("div", {}, sections.map((id) => element("a", { href: `#${id}` }, say(id))),
    element("span", { class: "end" }, element("span", { class: "languages" }, language("en", "English"), language("zh", "中文")),
      element("button", { onclick: () => window.print() }, say("print")))));
}

const section = (id, ...content) => element("section", { id }, element("h2", {}, say(id)), ...content);

function render() {
  const card = scorecard();
  const choose = (status) => {
    card.choose(status);
    document.getElementById("scorecard").scrollIntoView();
  };
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  document.title = `${both(data.run.park)} · ${data.run.scenario}`;
  root.replaceChildren(bar(), element("main", {}, head(), section("summary", tiles(choose), pictures(), targets(card.open)),
    section("twin", twin_section()), section("scorecard", card.made), section("charts", charts()), section("tables", tables()), section("about", about())));
  fit();
}

// Print shows every clause and every table, and closes again what was closed.
let undo = [];
function open_for_print() {
  if (undo.length) return;
  for (const made of document.querySelectorAll("details")) {
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

render();
root.dataset.ready = "true";
