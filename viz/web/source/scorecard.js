// All clauses by direction, with a filter by status and a search over everything a clause says.
import { element, own } from "./dom.js";
import { both, data, measured, number, say, state, withUnit, word } from "./state.js";
import { badge, counted, marginText, statuses, thresholdText } from "./summary.js";

const first = 12;

const row = (title, content) => content === null || content === "" || content === undefined ? null
  : [element("dt", {}, title), element("dd", {}, content)];

/** The first lines, and the others when asked for. */
function folded(lines) {
  const list = element("ul", {}, lines.slice(0, first).map((line) => element("li", {}, own(line))));
  if (lines.length <= first) return list;
  const rest = lines.length - first;
  const more = element("button", { class: "screen more", onclick: () => {
    list.append(...lines.slice(first).map((line) => element("li", {}, own(line))));
    more.remove();
    note.remove();
  } }, say("more", rest));
  const note = element("span", { class: "only-print soft" }, say("printMore", rest));
  return [list, more, note];
}

function alternatives(clause) {
  if (!clause.alternatives.length) return null;
  return element("ul", { class: "alternatives" }, clause.alternatives.map((entry) => element("li", {}, badge(entry.status), " ",
    element("b", {}, withUnit(measured(entry.value), clause)),
    entry.denominator ? ` (${say("ofCount", measured(entry.numerator), measured(entry.denominator))})` : "", " ", both(entry.definition))));
}

function sources(clause) {
  if (!clause.sources.length) return null;
  return element("ul", {}, clause.sources.map((source) => {
    const details = [source.document_number, source.issuer, source.valid_until && say("until", source.valid_until)].filter(Boolean);
    return element("li", {}, `${word(source.origin)}: `, own(source.what),
      details.length ? [" (", own(details.join(", ")), ")"] : null);
  }));
}

const asked = (clause) => clause.asked_for && clause.asked_for.length
  ? element("ul", {}, clause.asked_for.map((text) => element("li", {}, both(text)))) : null;

export function body(clause) {
  const where = both({ en: clause.where.en, zh: clause.where.zh.length ? clause.where.zh : clause.where.en });
  const count = typeof clause.numerator === "number" && clause.denominator
    ? say("ofCount", measured(clause.numerator), measured(clause.denominator)) : "";
  return element("div", { class: "body" }, element("dl", {},
    row(say("condition"), clause.text ? both(clause.text) : ""), row(say("reason"), both(clause.reason) && own(both(clause.reason))),
    row(say("definition"), both(clause.definition)), row(say("counted"), count),
    row(say("origin"), clause.threshold === null ? "" : say(clause.threshold_origin)),
    row(say(clause.status === "missed" ? "whereMissed" : "where"), where && where.length ? folded(where) : null),
    row(say("alternatives"), alternatives(clause)), row(say("evidence"), sources(clause)), row(say("asked"), asked(clause))));
}

const figure = (title, text, extra) => element("span", { class: "number" }, text === "–" ? null : [element("small", {}, title), text],
  extra ? element("small", {}, extra) : null);

function clauseElement(clause) {
  const made = element("details", { class: `clause ${clause.status}`, id: clause.id, "data-status": clause.status },
    element("summary", {}, element("span", { class: "id" }, clause.id), element("span", { class: "title" }, both(clause.title)),
      figure(say("value"), withUnit(measured(clause.value), clause)), figure(say("threshold"), thresholdText(clause), marginText(clause)),
      element("span", { class: "state" }, badge(clause.status))));
  made.addEventListener("toggle", () => fill(made, clause));
  made.fill = () => fill(made, clause);
  return made;
}

/** Bodies are made when they are first looked at. */
function fill(made, clause) {
  if (made.childElementCount === 1) made.append(body(clause));
}

const texts = (clause) => [clause.id, ...["title", "definition", "reason", "text"].flatMap((key) => Object.values(clause[key] || {})),
  ...clause.where.en, ...clause.where.zh, ...clause.sources.map((source) => source.what)].join("\n").toLowerCase();

function directionElement(direction, clauses) {
  const name = both(direction.class);
  return element("section", { class: "direction", "data-direction": direction.id },
    element("header", {}, element("h3", {}, `${direction.id}  `, name ? `${name} · ` : "", both(direction.name)),
      element("span", { class: "counts" }, statuses.filter((status) => counted(clauses, status)).map((status) =>
        element("span", { class: status }, `${counted(clauses, status)} ${say(status)}`)))),
    clauses.map(clauseElement));
}

/** The section's element, with choose(status) and open(id). */
export function scorecard() {
  const groups = data.directions.map((direction) => [direction, data.clauses.filter((clause) => clause.direction === direction.id)]);
  const list = element("div", {}, groups.filter(([, clauses]) => clauses.length).map(([direction, clauses]) => directionElement(direction, clauses)));
  const index = new Map(data.clauses.map((clause) => [clause.id, texts(clause)]));
  const elements = [...list.querySelectorAll(".clause")];
  const shown = element("span", { class: "soft", role: "status" });
  const nothing = element("p", { class: "soft" }, say("none"));
  const chips = ["all", ...statuses].map((status) => element("button", { class: status, "data-filter": status, onclick: () => choose(status) },
    say(status), ` ${number(status === "all" ? data.clauses.length : counted(data.clauses, status))}`));
  const search = element("input", { type: "search", placeholder: say("search"), "aria-label": say("search"), value: state.search,
    oninput: () => { state.search = search.value; update(); } });
  const every = (open) => () => elements.forEach((made) => { if (!made.hidden) made.open = open; });

  function update() {
    const sought = state.search.trim().toLowerCase();
    let count = 0;
    for (const made of elements) {
      const fits = (state.status === "all" || made.dataset.status === state.status) && (!sought || index.get(made.id).includes(sought));
      made.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const section of list.children) section.hidden = ![...section.querySelectorAll(".clause")].some((made) => !made.hidden);
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.dataset.filter === state.status));
    shown.textContent = say("shown", number(count), number(elements.length));
    nothing.hidden = count > 0;
  }
  function choose(status) {
    state.status = status;
    update();
  }
  function open(id) {
    state.search = search.value = "";
    choose("all");
    document.getElementById(id).open = true;
  }
  update();
  const tools = element("div", { class: "tools" }, chips, search, element("button", { onclick: every(true) }, say("openAll")),
    element("button", { onclick: every(false) }, say("closeAll")), shown);
  return { made: [tools, nothing, list], choose, open };
}
