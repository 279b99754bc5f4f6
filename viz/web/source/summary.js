// Head, status tiles, picture and the targets that have a number.
import { element, own } from "./dom.js";
import { both, data, measured, number, say, state, withUnit } from "./state.js";

export const statuses = ["met", "missed", "declared", "not_assessed"];
const symbols = { met: "✓", missed: "✗", declared: "◆", not_assessed: "○" };

export const badge = (status) => element("span", { class: `badge ${status}` }, `${symbols[status]} ${say(status)}`);

export const counted = (clauses, status) => clauses.filter((clause) => clause.status === status).length;

const fact = (title, value, style) => value === "" || value === null ? null
  : element("div", {}, element("dt", {}, title), element("dd", { class: style }, own(value)));

export function head() {
  const run = data.run;
  const map = run.map;
  return element("header", { class: "head" },
    element("h1", {}, own(both(run.park))),
    element("p", { class: "scenario" }, `${say("scenario")}: `, own(run.scenario)),
    element("dl", { class: "facts" },
      fact(say("criteria"), both(run.criteria_title) || run.criteria), fact(say("assessed"), run.assessed_on),
      fact(say("inventory"), run.data_date),
      fact(say("map"), map.columns ? say("mapText", map.columns, map.rows, number(map.cell_m)) : ""),
      fact(say("version"), `parktwin ${run.version}`), fact(say("seed"), String(run.seed)), fact(say("hash"), run.results_hash, "hash")));
}

export function tiles(choose) {
  const total = data.clauses.length;
  const assessed = total - counted(data.clauses, "not_assessed");
  const shares = statuses.map((status) => element("span", { class: status, style: `flex:${counted(data.clauses, status)}` }));
  return [
    element("div", { class: "tiles" }, statuses.map((status) =>
      element("button", { class: `tile ${status}`, "data-status": status, onclick: () => choose(status) },
        element("b", {}, counted(data.clauses, status)), badge(status), " ", element("span", { class: "soft" }, say("ofClauses", total))))),
    element("div", { class: "share", "aria-hidden": "true" }, shares),
    element("p", { class: "soft" }, `${say("verdictOf", counted(data.clauses, "met"), assessed)} ${say("unassessedText")}`)];
}

export const pictures = () => data.pictures.map((picture) => element("figure", { class: "picture" },
  element("img", { src: picture.uri, alt: both(picture.caption) }), element("figcaption", {}, both(picture.caption))));

/** Missing share of the threshold, largest first; then what is met by the least. */
const room = (clause) => clause.margin / Math.max(Math.abs(clause.threshold), 1e-9);

/** "2.5 points to spare", "3 missing". A percentage differs from another by points. */
export function marginText(clause) {
  if (clause.margin === null || clause.margin === undefined) return "";
  const exact = Math.abs(clause.margin);
  const amount = clause.status === "missed" ? number(Math.ceil(exact * 100 - 1e-6) / 100) : measured(exact);
  return say(clause.status === "missed" ? "margin_missed" : "margin_met", clause.unit === "%" ? `${amount} ${say("points")}` : amount);
}

export const thresholdText = (clause) => clause.threshold === null ? "–"
  : withUnit(`${{">=": "≥", "<=": "≤"}[clause.comparator] ?? clause.comparator} ${number(clause.threshold, 6)}`, clause);

function gauge(clause) {
  const end = clause.unit === "%" ? 100 : Math.max(clause.value, clause.threshold) * 1.15 || 1;
  const at = (value) => `${Math.min(100, Math.max(0, 100 * value / end))}%`;
  return element("div", { class: "gauge", "aria-hidden": "true" }, element("i", { style: `width:${at(clause.value)}` }),
    element("u", { style: `left:${at(clause.threshold)}` }));
}

export function targets(open) {
  const list = data.clauses.filter((clause) => typeof clause.value === "number" && typeof clause.threshold === "number"
    && clause.status !== "not_assessed");
  list.sort((a, b) => (b.status === "missed") - (a.status === "missed") || room(a) - room(b));
  if (!list.length) return null;
  const cards = list.map((clause) => element("a", { class: `target ${clause.status}`, href: `#${clause.id}`, onclick: () => open(clause.id) },
    element("span", { class: "top" }, clause.id, badge(clause.status)),
    element("span", { class: "title" }, both(clause.title)),
    element("span", { class: "figures" }, element("b", {}, measured(clause.value), element("small", {}, ` ${withUnit("", clause).trim()}`)),
      element("span", { class: "soft" }, thresholdText({ ...clause, unit: "", unit_en: "" }))),
    gauge(clause), element("span", { class: "margin" }, marginText(clause))));
  return [element("h3", { style: "margin-top:1.75rem" }, say("headline")), element("p", { class: "soft" }, say("headlineText")),
    element("div", { class: "targets", lang: state.language }, cards)];
}
