// The application book of one direction: cover, contents, a chapter per clause with its verdict, definition, evidence and what is missing.
import { element, own } from "./dom.js";
import { body } from "./scorecard.js";
import { both, data, measured, say, withUnit } from "./state.js";
import { badge, head, marginText, pictures, thresholdText } from "./summary.js";

function contents(clauses) {
  const row = (clause) => element("tr", {}, element("td", { class: "id" }, element("a", { href: `#${clause.id}` }, clause.id)), element("td", {}, both(clause.title)),
    element("td", { class: "number" }, withUnit(measured(clause.value), clause)), element("td", { class: "number" }, thresholdText(clause)), element("td", {}, badge(clause.status)));
  return element("table", {}, element("thead", {}, element("tr", {}, [say("chapter"), say("condition"), say("value"), say("threshold"), say("verdict")].map((text, i) =>
    element("th", { class: i === 2 || i === 3 ? "number" : null }, text)))), element("tbody", {}, clauses.map(row)));
}

function chapter(clause, number) {
  return element("section", { class: `chapter ${clause.status}`, id: clause.id },
    element("h2", {}, `${number}  ${clause.id}  `, both(clause.title)),
    element("p", { class: "verdict" }, badge(clause.status), " ", element("b", {}, withUnit(measured(clause.value), clause)), ` (${thresholdText(clause)}) `, marginText(clause)),
    element("div", { class: "clause open" }, body(clause)));
}

export function book() {
  const direction = data.directions.find((entry) => entry.id === data.book);
  const clauses = data.clauses.filter((clause) => clause.direction === data.book);
  return [element("p", { class: "soft" }, say("book")), head(), element("h2", {}, own(`${direction.id}  ${both(direction.class)} · ${both(direction.name)}`)), element("div", { class: "cover" }, pictures()),
    element("h3", { style: "margin:1.5rem 0 .4rem" }, say("contents")), contents(clauses), clauses.map((clause, i) => chapter(clause, i + 1))];
}
