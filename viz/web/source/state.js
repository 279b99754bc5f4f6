// What the page shows: the data it was written with, the language, and the filter of the scorecard.
import { words, ui } from "./words.js";

export const data = JSON.parse(document.getElementById("parktwin-data").textContent);

export const state = { language: document.documentElement.lang.startsWith("zh") ? "zh" : "en", status: "all", search: "" };

/** A text in both languages, in the one that is shown; falls back to the other. */
export function both(text) {
  if (text === null || text === undefined) return "";
  if (typeof text !== "object") return String(text);
  return text[state.language] || text.en || text.zh || "";
}

/** A word of the page itself, with {0}, {1} … filled in. */
export function say(key, ...values) {
  const text = ui[key][state.language === "zh" ? 1 : 0];
  return text.replace(/\{(\d)\}/g, (_, position) => values[Number(position)]);
}

/** A name of an enumeration, readable. */
export function word(code) {
  if (state.language === "zh" && words[code]) return words[code];
  return String(code).replaceAll("_", " ");
}

export const table = (id) => data.tables.find((entry) => entry.id === id);

/** Rows of a table as objects by column key. */
export function records(id) {
  const found = table(id);
  if (!found) return [];
  return found.rows.map((row) => Object.fromEntries(found.columns.map((column, i) => [column.key, row[i]])));
}

/** Rows of a table of the results, by its path. */
export function result_records(id) {
  const found = (data.result_tables ?? []).find((entry) => entry.id === id);
  return found ? found.rows.map((row) => Object.fromEntries(found.columns.map((column, i) => [column.key, row[i]]))) : [];
}

let names_of_enterprises = null;
/** Of an id or a name; itself when it is neither. */
export function enterprise_name(id) {
  names_of_enterprises ??= new Map(records("enterprises").map((row) => [row.id, row.name]));
  return both(names_of_enterprises.get(id)) || id;
}

const grouped = (text) => text.replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");

/** At most `decimals` decimals, thin spaces between thousands. */
export function number(value, decimals = 2) {
  if (value === null || value === undefined) return "–";
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const rest = fraction ? fraction.replace(/0+$/, "") : "";
  const text = (whole.length > 4 ? grouped(whole) : whole) + (rest ? "." + rest : "");
  return (value < 0 && /[1-9]/.test(text) ? "−" : "") + text;
}

/** Two decimals rounded down, so that a missed threshold never looks met. */
export function measured(value) {
  if (value === null || value === undefined) return "–";
  return number(Math.floor(value * 100 + 1e-6) / 100);
}

export function withUnit(text, clause) {
  const unit = state.language === "zh" ? clause.unit : clause.unit_en || clause.unit;
  return unit && text !== "–" ? `${text} ${unit}` : text;
}
