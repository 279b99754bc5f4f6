// Tables that sort, filter and leave as CSV. The first rows are shown until all are asked for.
import { element, own } from "./dom.js";
import { both, data, number, say, word } from "./state.js";
import { words } from "./words.js";

const first = 40;
// On paper: tables of up to so many rows whole, of longer ones the first.
const whole = 200;
const longest_cell = 160;
const decimals = { share: 3, number: 3 };

const is_number = (column) => column.kind === "number" || column.kind === "share";

/** A cell as a reader sees it. */
export function shownText(cell, column) {
  if (cell === null || cell === "") return "–";
  if (column.kind === "word") return word(cell);
  if (column.kind === "flag") return say(cell ? "yes" : "no");
  if (column.kind === "share") return number(Math.floor(cell * 1e5 + 1e-6) / 1e3, decimals.share);
  if (column.kind === "number") return number(cell, decimals.number);
  return both(cell);
}

/** Long lists end with an ellipsis; the CSV has them whole. */
const shortened = (text, column) => column.whole || text.length <= longest_cell ? text : `${text.slice(0, text.lastIndexOf(" ", longest_cell) + 1 || longest_cell)}…`;

/** Order of two cells: numbers by size, texts by the language, what is absent last. */
function compared(a, b, column, way) {
  const missing = (cell) => cell === null || cell === "";
  if (missing(a) || missing(b)) return missing(a) - missing(b);
  if (is_number(column) || column.kind === "flag") return way * (a - b);
  return way * shownText(a, column).localeCompare(shownText(b, column), undefined, { numeric: true });
}

/** RFC 4180, with a mark that makes spreadsheets read UTF-8; a text that a spreadsheet would run as a formula is quoted. */
export function csv(table) {
  const quoted = (text) => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const field = (cell, column) => {
    if (cell === null) return "";
    if (column.kind === "share") return String(Math.round(cell * 1e9) / 1e7);
    if (column.kind === "number") return String(cell);
    const text = shownText(cell, column);
    return cell === "" ? "" : quoted(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  };
  const head = table.columns.map((column) => quoted(both(column.title) + (column.unit ? ` (${column.unit})` : "")));
  const lines = table.rows.map((row) => row.map((cell, i) => field(cell, table.columns[i])).join(","));
  return "\ufeff" + [head.join(","), ...lines].join("\r\n") + "\r\n";
}

function download(table) {
  const link = element("a", { href: URL.createObjectURL(new Blob([csv(table)], { type: "text/csv" })), download: `${table.file ?? table.id}.csv` });
  document.body.append(link);
  link.click();
  URL.revokeObjectURL(link.href);
  link.remove();
}

const cellClass = (column) => is_number(column) ? "number" : column.key === "id" ? "id" : column.key === "which" || column.key === "reason" && column.kind === "text"
  || column.key === "title" || column.whole ? "wide" : "text";

/** The open part of a table. */
function content(table) {
  const view = { by: -1, way: 1, sought: "", limit: first };
  const body = element("tbody");
  const more = element("button", { class: "screen", onclick: () => { view.limit = Infinity; draw(); } });
  const cut = element("p", { class: "only-print soft" });
  const heads = table.columns.map((column, i) => element("th", { class: is_number(column) ? "number" : null, scope: "col", title: column.about },
    element("span", { class: "only-print" }, both(column.title), column.unit ? ` (${column.unit})` : ""),
    element("button", { class: "screen", onclick: () => { view.way = view.by === i ? -view.way : is_number(column) ? -1 : 1; view.by = i; draw(); } },
      both(column.title), column.unit ? element("small", {}, ` ${column.unit}`) : null, element("span", { "aria-hidden": "true" }))));
  const filter = element("input", { type: "search", placeholder: say("filter"), "aria-label": say("filter"),
    oninput: () => { view.sought = filter.value.trim().toLowerCase(); draw(); } });

  function draw() {
    let rows = table.rows;
    if (view.sought) rows = rows.filter((row) => row.some((cell, i) => shownText(cell, table.columns[i]).toLowerCase().includes(view.sought)));
    if (view.by >= 0) rows = [...rows].sort((a, b) => compared(a[view.by], b[view.by], table.columns[view.by], view.way));
    heads.forEach((head, i) => {
      head.setAttribute("aria-sort", view.by !== i ? "none" : view.way > 0 ? "ascending" : "descending");
      head.querySelector("button > span").textContent = view.by !== i ? "" : view.way > 0 ? " ▲" : " ▼";
    });
    body.replaceChildren(...rows.slice(0, view.limit).map((row) => element("tr", {}, row.map((cell, i) =>
      element("td", { class: cellClass(table.columns[i]) }, own(shortened(shownText(cell, table.columns[i]), table.columns[i])))))));
    more.textContent = say("showAll", number(rows.length));
    more.hidden = rows.length <= view.limit;
    cut.textContent = say("printRows", view.limit, rows.length);
    cut.hidden = rows.length <= view.limit;
  }
  draw();
  const made = element("div", {}, element("p", { class: "soft" }, both(table.about)),
    element("div", { class: "tools" }, filter, element("button", { class: "csv", onclick: () => download(table) }, say("csv"))),
    element("div", { class: "scroll", tabindex: 0 }, element("table", {}, element("thead", {}, element("tr", {}, heads)), body)), more, cut);
  made.for_print = () => {
    const before = view.limit;
    if (table.rows.length <= whole) view.limit = whole;
    draw();
    return () => { view.limit = before; draw(); };
  };
  return made;
}

export function tableElement(table) {
  const made = element("details", { class: "table", id: `table-${table.id}` },
    element("summary", {}, both(table.title), element("span", { class: "soft" }, say("rows", number(table.rows.length)))));
  made.fill = () => {
    if (made.childElementCount > 1) return;
    made.append(table.rows.length ? content(table) : element("div", {}, element("p", { class: "soft" }, say("empty"))));
  };
  made.addEventListener("toggle", made.fill);
  return made;
}

/** A table of the results under its path; titles of columns are their fields' names, in Chinese where there is a word. */
function described(table) {
  const name = (key) => ({ en: key.replaceAll("_", " "), zh: words[key] ?? key.replaceAll("_", " ") });
  const title = (language) => table.id.split("/").map((part) => language === "zh" && words[part] ? words[part] : part.replaceAll("_", " ")).join(" / ");
  return { ...table, file: table.id.replaceAll("/", "_"), title: { en: title("en"), zh: title("zh") }, columns: table.columns.map((column) => ({ ...column, title: name(bare(column)) })) };
}

/** Without the unit that a field's name ends with: the head of the column shows it. */
const bare = (column) => column.unit ? column.key.replace(/_(mwh|kw|kwh|t|tce|m2|m|km|h|s|us|ns|cny|db|dbm|mbit_s|mbps|ha|mw)$/, "") : column.key;

export function tables() {
  const all = data.result_tables ?? [];
  const more = element("details", { class: "table", id: "all-results" }, element("summary", {}, say("allResults"), element("span", { class: "soft" }, say("tableCount", all.length))));
  more.fill = () => {
    if (more.childElementCount === 1) more.append(element("div", {}, element("p", { class: "soft" }, say("allResultsText")), all.map((table) => tableElement(described(table)))));
  };
  more.addEventListener("toggle", more.fill);
  if (all.length) more.fill();
  return [data.tables.map(tableElement), all.length ? more : null];
}
