// Charts of the tables, drawn as SVG by ECharts. Each names its table, so that the figures can be read there.
import * as echarts from "echarts/core";
import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { element } from "./dom.js";
import { both, data, enterprise_name, number, records, result_records, say, word } from "./state.js";

echarts.use([BarChart, CustomChart, LineChart, SankeyChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

// Okabe and Ito's colours, told apart by the colour-blind.
const colours = { blue: "#0072b2", orange: "#d55e00", green: "#009e73", sky: "#56b4e9", purple: "#a3447f", ink: "#16202b" };
const text = { color: "#16202b", fontSize: 12 };
const drawn = [];

/** A tooltip made of text nodes; names of the park are never read as markup. */
const tip = (make) => ({ trigger: "axis", axisPointer: { type: "shadow" }, confine: true, formatter: (points) =>
  element("div", { class: "tip" }, element("b", {}, points[0].axisValueLabel ?? points[0].name), make(points).map((line) => element("div", {}, line))) });

const legend = { top: 0, left: 0, itemGap: 14, textStyle: text, icon: "roundRect", itemWidth: 14, itemHeight: 9 };

function names(list, width) {
  return { type: "category", data: list, inverse: true, axisTick: { show: false }, axisLine: { show: false },
    axisLabel: { ...text, width: width - 12, overflow: "truncate", ellipsis: "…", interval: 0 } };
}

const values = (extra = {}) => ({ type: "value", axisLabel: text, splitLine: { lineStyle: { color: "#e3e8ed" } }, ...extra });

const labelWidth = (width) => Math.round(Math.min(190, width * 0.34));

/** Names on the left of bars; rows of `step` pixels. */
function bars(width, rows, series, { step = 22, percent = false, stack = false } = {}) {
  const left = labelWidth(width);
  return { height: 70 + rows.length * step, option: {
    legend, grid: { left: left + 10, right: 30, top: 34, bottom: 28 },
    xAxis: values(percent ? { max: 100, axisLabel: { ...text, formatter: "{value} %" } } : { minInterval: 1 }), yAxis: names(rows.map((row) => row.name), left),
    tooltip: tip((points) => points.map((point) => `${point.seriesName}: ${number(point.value)}${percent && point.value !== null ? " %" : ""}`)),
    series: series.map((entry) => ({ type: "bar", name: entry.name, itemStyle: { color: entry.colour }, stack: stack ? "one" : undefined,
      barMaxWidth: 12, barGap: "15%", data: rows.map((row) => row[entry.key]) })) } };
}

const name_of = (row) => both(row.name) || row.id;

function zones(width) {
  const share = (value) => value === null ? null : Math.floor(value * 1e4) / 100;
  const rows = records("zone_coverage").filter((row) => row.outdoors !== null || row.indoors !== null).map((row) => ({
    name: name_of(row), outdoors: share(row.outdoors), indoors: share(row.indoors), least: Math.min(row.outdoors ?? 1, row.indoors ?? 1) }));
  rows.sort((a, b) => a.least - b.least);
  const shown = rows.slice(0, 24);
  const series = [{ key: "outdoors", name: say("outdoors"), colour: colours.blue }, { key: "indoors", name: say("indoors"), colour: colours.orange }]
    .filter((entry) => shown.some((row) => row[entry.key] !== null));
  return rows.length ? bars(width, shown, series, { percent: true, step: series.length > 1 ? 26 : 20 }) : null;
}

function shifts(width) {
  const rows = records("threshold_shifts").filter((row) => row.sinr_shift_db === 0).sort((a, b) => a.rsrp_shift_db - b.rsrp_shift_db);
  if (!rows.length) return null;
  const line = (key, colour, symbol) => ({ type: "line", name: say(key === "outdoor" ? "outdoors" : key === "indoor" ? "indoors" : "public"), symbol, symbolSize: 8,
    itemStyle: { color: colour }, lineStyle: { width: 2.5, color: colour }, data: rows.map((row) => Math.floor(row[key] * 1e4) / 100) });
  return { height: 300, option: { legend: { ...legend, icon: undefined, itemWidth: 22 }, grid: { left: 52, right: width < 400 ? 16 : 30, top: 40, bottom: 48 },
    xAxis: { type: "category", data: rows.map((row) => (row.rsrp_shift_db > 0 ? "+" : "") + number(row.rsrp_shift_db)), axisLabel: text,
      name: say("shiftAxis"), nameLocation: "middle", nameGap: 28, nameTextStyle: text },
    yAxis: values({ scale: true, max: 100, axisLabel: { ...text, formatter: "{value} %" } }),
    tooltip: { ...tip((points) => points.map((point) => `${point.seriesName}: ${number(point.value)} %`)), axisPointer: { type: "line" } },
    series: [line("public", colours.green, "circle"), line("outdoor", colours.blue, "rect"), line("indoor", colours.orange, "triangle")] } };
}

function failures(width) {
  const rows = records("failures").slice(0, 15).map((row) => ({ ...row, name: `${word(row.kind)} ${row.id}` }));
  return rows.length ? bars(width, rows, [{ key: "enterprises", name: say("cutEnterprises"), colour: colours.orange },
    { key: "services", name: say("cutServices"), colour: colours.purple }, { key: "sites", name: say("cutSites"), colour: colours.sky }], { stack: true }) : null;
}

/** Points on a line per row, on a logarithmic axis. marks: [{key, name, colour, symbol}]. */
function ranges(width, rows, marks, unit) {
  const left = labelWidth(width);
  const seen = rows.flatMap((row) => marks.map((mark) => row[mark.key])).filter((value) => value > 0);
  const low = 10 ** Math.floor(Math.log10(Math.min(...seen)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...seen)));
  const spans = rows.map((row, i) => {
    const own = marks.filter((mark) => !mark.apart).map((mark) => row[mark.key]).filter((value) => value > 0);
    return own.length > 1 ? [Math.min(...own), i, Math.max(...own)] : null;
  }).filter(Boolean);
  const span = { type: "custom", silent: true, tooltip: { show: false }, data: spans, z: 1, renderItem: (_, api) => {
    const from = api.coord([api.value(0), api.value(1)]);
    const to = api.coord([api.value(2), api.value(1)]);
    return { type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: "#9fb0bf", lineWidth: 3 } };
  }, encode: { x: [0, 2], y: 1 } };
  const top = width < 480 ? 62 : 40;
  return { height: top + 40 + rows.length * 24, option: { legend: { ...legend, icon: undefined, data: marks.map((mark) => mark.name) },
    grid: { left: left + 10, right: 30, top, bottom: 28 },
    xAxis: { type: "log", min: low, max: high, axisLabel: { ...text, formatter: (value) => number(value, 3) }, splitLine: { lineStyle: { color: "#e3e8ed" } } },
    yAxis: { ...names(rows.map((row) => row.label), left), splitLine: { show: false } },
    tooltip: tip((points) => points.filter((point) => point.seriesType === "scatter").map((point) => `${point.seriesName}: ${number(point.value[0], 3)} ${unit}`)),
    series: [span, ...marks.map((mark) => ({ type: "scatter", name: mark.name, symbol: mark.symbol, symbolSize: mark.size ?? 10, z: 2,
      itemStyle: { color: mark.colour }, data: rows.map((row, i) => [row[mark.key], i]).filter(([value]) => value > 0) }))] } };
}

function flows(width) {
  const rows = records("tsn_flows").filter((row) => row.least_us !== null);
  rows.sort((a, b) => (b.tight_us ?? Infinity) / b.deadline_us - (a.tight_us ?? Infinity) / a.deadline_us);
  return rows.length ? ranges(width, rows.slice(0, 20).map((row) => ({ ...row, label: row.id })), [
    { key: "least_us", name: say("least"), colour: colours.sky, symbol: "circle" }, { key: "simulated_us", name: say("sim"), colour: colours.blue, symbol: "triangle" },
    { key: "tight_us", name: say("tight"), colour: colours.orange, symbol: "rect" }, { key: "simple_us", name: say("simple"), colour: colours.purple, symbol: "diamond", size: 12 },
    { key: "deadline_us", name: say("deadline"), colour: colours.ink, symbol: "rect", size: [4, 18], apart: true }], "µs") : null;
}

function pooling(width) {
  const rows = records("shared_resources").filter((row) => row.shared_cost_cny !== null && row.separate_cost_cny !== null)
    .map((row) => ({ label: name_of(row), pooled: row.shared_cost_cny / 1000, separate: row.separate_cost_cny / 1000 }))
    .filter((row) => row.pooled > 0 && row.separate > 0);
  rows.sort((a, b) => b.separate / b.pooled - a.separate / a.pooled);
  return rows.length ? ranges(width, rows, [{ key: "pooled", name: say("pooled"), colour: colours.green, symbol: "circle" },
    { key: "separate", name: say("separate"), colour: colours.orange, symbol: "rect" }], "× 1000 CNY/a") : null;
}

function access(width) {
  const counts = new Map();
  for (const row of records("enterprises")) counts.set(row.access, (counts.get(row.access) ?? 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([state, count]) => ({ name: word(state), count }));
  const made = rows.length ? bars(width, rows, [{ key: "count", name: say("cutEnterprises"), colour: colours.blue }], { step: 30 }) : null;
  if (made) made.option.series[0].label = { show: true, position: "right", ...text };
  return made;
}

/** Columns over a row of names; lines: keys drawn as lines. */
function columns(width, rows, series, { unit, lines = [], stacked = [], names = null } = {}) {
  return { height: 320, option: { legend, grid: { left: 64, right: 16, top: width < 480 ? 88 : 62, bottom: 30 },
    xAxis: { type: "category", data: rows.map((row) => row.name), axisLabel: { ...text, ...names }, axisTick: { show: false } },
    yAxis: values({ name: unit, nameTextStyle: text, nameGap: 8, axisLabel: { ...text, formatter: (value) => number(value) } }),
    tooltip: tip((points) => points.map((point) => `${point.seriesName}: ${number(point.value, 1)} ${unit}`)),
    series: series.map((entry) => ({ type: lines.includes(entry.key) ? "line" : "bar", name: entry.name, symbol: "none", itemStyle: { color: entry.colour },
      lineStyle: { width: 2.5, color: entry.colour, type: entry.dash ?? "solid" }, stack: stacked.includes(entry.key) ? "one" : undefined, barMaxWidth: 18, data: rows.map((row) => row[entry.key]) })) } };
}

function months(width) {
  const rows = result_records("energy/months").map((row) => ({ ...row, name: String(row.month) }));
  return rows.length ? columns(width, rows, [{ key: "import_mwh", name: say("fromGrid"), colour: colours.sky }, { key: "generation_mwh", name: say("generated"), colour: colours.green },
    { key: "export_mwh", name: say("intoGrid"), colour: colours.purple }, { key: "consumption_mwh", name: say("consumed"), colour: colours.ink }],
  { unit: "MWh", lines: ["consumption_mwh"], stacked: ["import_mwh", "generation_mwh"] }) : null;
}

function day(width) {
  const rows = records("energy_day").map((row) => ({ ...row, name: `${row.hour}:00` }));
  const series = [{ key: "load_kw", name: say("load"), colour: colours.ink }, { key: "import_kw", name: say("fromGrid"), colour: colours.sky },
    { key: "pv_kw", name: say("pv"), colour: colours.orange }, { key: "wind_kw", name: say("wind"), colour: colours.blue, dash: "dashed" },
    { key: "plant_kw", name: say("plant"), colour: colours.green, dash: "dotted" }].filter((entry) => rows.some((row) => row[entry.key]));
  return rows.length ? columns(width, rows, series, { unit: "kW", lines: series.map((entry) => entry.key), names: { interval: width < 480 ? 5 : 2 } }) : null;
}

function carbon(width) {
  const rows = result_records("energy/carbon/enterprises").map((row) => ({ name: enterprise_name(row.name), fuel: row.fuel_t + row.process_t, power: row.electricity_market_t, heat: row.heat_t }));
  rows.forEach((row) => { row.sum = row.fuel + row.power + row.heat; });
  rows.sort((a, b) => b.sum - a.sum);
  const made = rows.length ? bars(width, rows.slice(0, 15), [{ key: "fuel", name: say("fuel"), colour: colours.orange }, { key: "power", name: say("power"), colour: colours.blue },
    { key: "heat", name: say("heat"), colour: colours.purple }], { stack: true }) : null;
  if (made) made.option.xAxis.axisLabel = { ...text, formatter: (value) => number(value), hideOverlap: true };
  return made;
}

const colour_of_flow = { natural_gas: colours.orange, grid: colours.blue, electricity: colours.blue, sun: "#e69f00", wind: colours.sky, heat: colours.purple,
  bought_heat: colours.purple, ambient_heat: colours.green, heat_units: colours.purple, heat_and_power_plants: colours.orange, losses: "#9fb0bf" };

const gigawatt_hours = (mwh) => mwh < 50 ? "< 0.1" : number(mwh / 1000, mwh < 10000 ? 1 : 0);

/** Sources on the left, carriers, uses on the right. */
function sankey(width) {
  const links = records("energy_flows").filter((row) => row.mwh > 0);
  const columns = links.length ? longest_way(links) : 0;
  if (!columns) return null;
  const names = [...new Set(links.flatMap((row) => [row.from, row.to]))];
  const uses = names.filter((name) => !links.some((row) => row.from === name));
  const narrow = width < 480;
  const beside = narrow ? 98 : 138;  // names of the uses
  const room = Math.floor((width - beside) / columns) - (narrow ? 2 : 22);  // for a name between two columns
  const total = (name) => Math.max(...["to", "from"].map((end) => links.filter((row) => row[end] === name).reduce((sum, row) => sum + row.mwh, 0)));
  const tip_of = (point) => {
    const row = point.dataType === "edge" && links[point.dataIndex];
    return element("div", { class: "tip" }, element("b", {}, row ? `${word(row.from)} → ${word(row.to)}` : word(point.name)),
      element("div", {}, `${number(row ? row.mwh : total(point.name), 0)} MWh`), row ? element("div", {}, `${number(row.t, 0)} t CO₂`) : null);
  };
  return { height: 60 + 24 * Math.max(uses.length, 8), option: { tooltip: { trigger: "item", confine: true, formatter: tip_of },
    series: [{ type: "sankey", left: 4, right: beside, top: 12, bottom: 12, nodeWidth: narrow ? 8 : 14, nodeGap: 13, draggable: false, layoutIterations: 64,
      emphasis: { focus: "adjacency" }, lineStyle: { color: "source", opacity: 0.32 }, label: { ...text, fontSize: narrow ? 11 : 12, textBorderColor: "#fff", textBorderWidth: 2,
        formatter: (point) => narrow ? word(point.name) : `${word(point.name)} ${gigawatt_hours(total(point.name))}` },
      data: names.map((name) => ({ name, itemStyle: { color: colour_of_flow[name] ?? "#5d7183" }, label: uses.includes(name) ? { position: "right" } : { position: name === "heat_units" ? "top" : "right", width: room, overflow: "break", lineHeight: 14 } })),
      links: links.map((row) => ({ source: row.from, target: row.to, value: row.mwh })) }] } };
}

/** Links on the longest way along them; 0 when a way comes back to where it began. */
function longest_way(links) {
  let left = links;
  for (let steps = 0; ; ++steps) {
    if (!left.length) return steps;
    const further = left.filter((row) => left.some((other) => other.from === row.to));
    if (further.length === left.length) return 0;
    left = further;
  }
}

/** Median and the band between which eight of ten futures stay. */
function adoption(width) {
  const found = (data.result_tables ?? []).find((entry) => entry.columns.some((column) => column.key === "p10") && entry.columns.some((column) => column.key === "p90") && entry.columns.some((column) => column.key === "level"));
  if (!found) return null;
  const all = found.rows.map((row) => Object.fromEntries(found.columns.map((column, i) => [column.key, row[i]])));
  const level = all[0].level;
  const rows = all.filter((row) => row.level === level);
  const share = (value) => value === null ? null : Math.round(value * 1e4) / 100;
  const smallest = Math.min(...rows.map((row) => share(row.p10)));
  const least = smallest < 60 ? Math.floor(smallest / 20) * 20 : Math.floor(smallest / 5) * 5;
  const band = (key, data_of, extra = {}) => ({ type: "line", stack: "band", symbol: "none", silent: true, lineStyle: { opacity: 0 }, data: rows.map(data_of), name: key, ...extra });
  return { height: 300, option: { legend: { ...legend, data: [say("median"), say("band")] }, grid: { left: 52, right: 20, top: 40, bottom: 30 },
    xAxis: { type: "category", data: rows.map((row) => `${row.year}-${String(row.month).padStart(2, "0")}`), axisLabel: { ...text, hideOverlap: true } },
    yAxis: values({ min: least, max: 100, interval: 100 - least > 40 ? 20 : 5, axisLabel: { ...text, formatter: "{value} %" } }),
    tooltip: { ...tip((points) => { const row = rows[points[0].dataIndex]; return [`10 %: ${number(share(row.p10))} %`, `50 %: ${number(share(row.p50))} %`, `90 %: ${number(share(row.p90))} %`]; }), axisPointer: { type: "line" } },
    series: [band("low", (row) => share(row.p10)), band(say("band"), (row) => share(row.p90) - share(row.p10), { areaStyle: { color: colours.sky, opacity: 0.45 }, itemStyle: { color: colours.sky } }),
      { type: "line", name: say("median"), symbol: "none", lineStyle: { width: 2.5, color: colours.blue }, itemStyle: { color: colours.blue }, data: rows.map((row) => share(row.p50)) }] } };
}

function phases(width) {
  const rows = (data.phases ?? []).filter((phase) => phase.capital_likely_cny > 0).map((phase) => ({ name: [phase.year || "", both(phase.name)].join(" "),
    low: phase.capital_low_cny / 1000, likely: phase.capital_likely_cny / 1000, high: phase.capital_high_cny / 1000 }));
  return rows.length ? columns(width, rows, [{ key: "low", name: say("costLow"), colour: colours.sky }, { key: "likely", name: say("costLikely"), colour: colours.blue },
    { key: "high", name: say("costHigh"), colour: colours.purple }], { unit: "× 1000 CNY" }) : null;
}

const list = [["chartZones", "zone_coverage", zones], ["chartFlows", "tsn_flows", flows], ["chartFailures", "failures", failures],
  ["chartPooling", "shared_resources", pooling], ["chartShift", "threshold_shifts", shifts], ["chartAccess", "enterprises", access],
  ["chartMonths", "energy/months", months], ["chartDay", "energy_day", day], ["chartFlowsOfEnergy", "energy_flows", sankey], ["chartCarbon", "energy/carbon/enterprises", carbon],
  ["chartAdoption", "cloud/adoption/months", adoption], ["chartPhases", "phases", phases]];

function draw(chart) {
  const width = chart.canvas.clientWidth;
  const made = width > 0 ? chart.make(width) : null;
  if (!made) return;
  chart.canvas.style.height = `${made.height}px`;
  chart.drawing ??= echarts.init(chart.canvas, null, { renderer: "svg", width, height: made.height });
  chart.drawing.resize({ width, height: made.height });
  chart.drawing.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...made.option }, true);
}

/** Draws every chart to the width its place has now. */
export const fit = () => drawn.forEach(draw);

const has_table = (id) => [...data.tables, ...(data.result_tables ?? [])].some((entry) => entry.id === id);

/** The charts' elements; call fit() once they stand in the page. */
export function charts() {
  drawn.splice(0).forEach((chart) => chart.drawing?.dispose());
  const made = list.filter(([, , make]) => make(600)).map(([key, table, make]) => {
    const canvas = element("div", { class: "canvas", role: "img", "aria-label": say(key) });
    drawn.push({ canvas, make });
    const open = () => {
      const all = document.getElementById("all-results");
      if (table.includes("/") && all) all.open = true;
      const found = document.getElementById(`table-${table}`);
      if (found) found.open = true;
    };
    return element("figure", { class: "chart", id: `chart-${table}` }, element("h3", {}, say(key)), element("p", {}, say(`${key}Text`)), canvas,
      has_table(table) ? element("a", { class: "screen", href: `#table-${table}`, onclick: open }, say("toTable")) : null);
  });
  return element("div", { class: "charts" }, made.length ? made : element("p", { class: "soft" }, say("empty")));
}
