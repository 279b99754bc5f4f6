// Assumptions and remarks, times, records, sources, and the scenario as it was run.
import { element, own } from "./dom.js";
import { both, data, number, say, word } from "./state.js";
import { tableElement } from "./tables.js";

const column = (key, kind) => ({ key, kind, title: { en: say(key), zh: say(key) }, unit: "" });

function notes() {
  const rows = data.notes.map((note) => [note.part.split("/").map(word).join(" / "), note.kind, note.place, note.text]);
  return tableElement({ id: "notes", title: { en: say("notes"), zh: say("notes") }, about: { en: say("notesText"), zh: say("notesText") },
    columns: [column("part", "text"), column("kind", "word"), column("place", "text"), { ...column("text", "text"), whole: true }], rows });
}

const pair = (title, value) => value === "" || value === null || value === undefined ? null
  : element("tr", {}, element("td", {}, title), element("td", { class: "number" }, value));

const block = (title, ...content) => element("div", {}, element("h3", {}, title), ...content);

export function about() {
  const run = data.run;
  const total = run.timings.reduce((sum, timing) => sum + timing.seconds, 0);
  const facts = [[say("source"), run.criteria_source], [say("operator"), run.operator], [say("crs"), run.crs], [say("siteNote"), run.site_note]];
  return [
    element("p", {}, say("reproduce")), notes(),
    element("div", { class: "about", style: "margin-top:1rem" },
      block(say("timings"), element("table", {}, element("tbody", {},
        run.timings.map((timing) => pair(word(timing.stage), say("seconds", number(timing.seconds, 2)))),
        pair("Σ", say("seconds", number(total, 2))), pair(say("memory"), `${number(run.peak_memory_mib, 0)} MiB`)))),
      block(say("recordsHead"), element("table", {}, element("tbody", {},
        Object.entries(run.records).map(([name, entry]) => pair(word(name), number(entry.records)))))),
      facts.filter(([, text]) => text).map(([title, text]) => block(title, element("p", {}, own(text))))),
    element("h3", { style: "margin:1.25rem 0 .4rem" }, say("scenarioText")), element("pre", { dir: "auto" }, run.scenario_text),
    element("footer", {}, own(`parktwin ${run.version} · ${both(run.park)} · ${run.results_hash}`), element("br"), say("libraries"))];
}
