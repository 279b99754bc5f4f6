// The section of the twin: what can be switched, the legend, labels, what was picked, the tour. The stage itself stays when the language changes.
import { element, own } from "./dom.js";
import { both, data, number, say, state, word } from "./state.js";
import { badge } from "./summary.js";
import { difference_of, difference_colour, difference_range, unpacked } from "./twin_model.js";
import { groups, Stage } from "./twin_stage.js";
import { mark, picked } from "./twin_pick.js";
import { Tour } from "./twin_tour.js";

const twin = data.twin;
const canvas = element("canvas", { tabindex: 0 });
const labels = element("div", { class: "labels", "aria-hidden": "true" });
const legend = element("div", { class: "legends" });
const caption = element("div", { class: "caption", "aria-live": "polite", hidden: true });
const record = element("div", { class: "record" });
const titles = element("div", { class: "titles" });
const frame = element("div", { class: "stage" }, canvas, labels, titles, caption);
const place = element("div", { class: "on-stage" }, frame, legend);
const message = element("p", { class: "soft" });
let stage = null;
let tour = null;
let chosen = null;
let section = { axis: "none", share: 0.5 };

const title_of = (number) => both(twin.states[number].title) || twin.states[number].run;
const layer_title = (id) => id === "difference" ? say("difference") : both(twin.layers.find((layer) => layer.id === id).title);

/** Legends of a side, as in pictures; of the difference its own. */
function legends_of(side) {
  if (side.layer !== "difference") return twin.legends[side.map ? side.layer : "none"][state.language];
  if (!side.map) return [{ title: say("difference"), continuous: false, entries: [[[200, 206, 212], say("notComparable")]] }];
  const entries = [20, 10, 0, -10, -20].map((value) => [difference_colour(value), `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)}`]);
  return [{ title: `${say("difference")} (dB, ± ${difference_range})`, continuous: true, entries }];
}

const css = ([r, g, b]) => `rgb(${r},${g},${b})`;

function legend_block(made) {
  const rows = made.entries.map(([colour, text]) => element("li", {}, made.continuous ? null : element("i", { style: `background:${css(colour)}` }), text));
  const scale = made.continuous
    ? element("i", { class: "scale", style: `background:linear-gradient(${made.entries.map(([colour]) => css(colour)).join(",")})` }) : null;
  return element("div", { class: made.continuous ? "continuous" : "" }, element("b", {}, made.title), element("div", {}, scale, element("ul", {}, rows)));
}

function show_legend() {
  legend.className = stage.sides.length > 1 ? "legends two" : "legends";
  legend.replaceChildren(...stage.sides.map((side) => element("div", { class: "legend" }, legends_of(side).filter((made) => made.entries.length).map(legend_block))));
  titles.replaceChildren(...(stage.sides.length < 2 ? [] : stage.sides.map((side) => element("span", {}, own(title_of(side.state)), " · ", layer_title(side.layer)))));
}

/** Names by rank, none over another. */
function place_labels() {
  if (!stage || !stage.width) return;
  if (stage.moving) {  // those that are there follow
    for (const made of labels.children) {
      const spot = stage.project(made.at);
      made.style.transform = spot ? `translate(${spot[0].toFixed(1)}px,${spot[1].toFixed(1)}px) translate(-50%,-100%)` : "scale(0)";
    }
    return;
  }
  const taken = [];
  const made = [];
  const covered = legend.firstElementChild.getBoundingClientRect();
  const origin = frame.getBoundingClientRect();
  taken.push([covered.left - origin.left, covered.top - origin.top, covered.right - origin.left, covered.bottom - origin.top]);
  const list = stage.shown.labels === false || stage.sides.length > 1 ? [] : twin.states[stage.sides[0].state].labels[state.language];
  for (const label of list) {
    const spot = stage.project(label.at);
    if (!spot || stage.cut_off(label.at) || spot[0] < 0 || spot[1] < 12 || spot[0] > stage.width || spot[1] > stage.height_px) continue;
    const half = 4 + label.text.length * (/[\u2e80-\uffff]/.test(label.text) ? 6.7 : 3.7);
    const box = [spot[0] - half, spot[1] - 22, spot[0] + half, spot[1] - 2];
    if (box[0] < 0 || box[2] > stage.width || taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    made.push(element("span", { class: `rank${label.rank}`, style: `transform:translate(${spot[0].toFixed(1)}px,${spot[1].toFixed(1)}px) translate(-50%,-100%)` }, own(label.text)));
    made.at(-1).at = label.at;
    if (made.length > (stage.width < 600 ? 8 : 22)) break;
  }
  labels.replaceChildren(...made);
}

/** Clauses that name one of the ids, with the lines that do. */
function verdicts_on(ids) {
  const named = (line) => ids.some((id) => new RegExp(`(^|[^\\w-])${id.replace(/[^\w]/g, "\\$&")}($|[^\\w-])`).test(line));
  return data.clauses.map((clause) => {
    const lines = clause.where.en.map((line, i) => named(line) ? i : -1).filter((i) => i >= 0);
    return { clause, lines: lines.map((i) => (state.language === "zh" && clause.where.zh[i]) || clause.where.en[i]) };
  }).filter((entry) => entry.lines.length);
}

const table_of = { pipe_galleries: "buildings", water: "roads", green_zones: "roads", square_zones: "roads", car_park_zones: "roads" };

function shown_value(value) {
  if (Array.isArray(value)) return value.map((entry) => typeof entry === "object" ? entry.id : entry).join(", ");
  if (typeof value === "number") return number(value, 3);
  return typeof value === "boolean" ? say(value ? "yes" : "no") : String(value);
}

function record_rows(fields) {
  return Object.entries(fields).filter(([, value]) => value !== "" && typeof value !== "object" || Array.isArray(value))
    .map(([name, value]) => element("tr", {}, element("td", {}, word(name)), element("td", {}, own(shown_value(value)))));
}

function show_record(object) {
  chosen = object;
  mark(stage, object);
  record.dataset.id = object?.id ?? "";
  if (!object) return record.replaceChildren(element("p", { class: "soft" }, say("pickHint")));
  const side = stage.sides[object.side];
  const value = side.map?.value_at(object.at[0], object.at[1]);
  const unit = side.layer === "difference" ? "dB" : twin.layers.find((layer) => layer.id === side.layer)?.unit;
  const place = element("p", { class: "soft" }, say("placeAt", number(object.at[0], 0), number(object.at[1], 0)),
    value === null || value === undefined ? "" : ` · ${layer_title(side.layer)}: ${number(value, 1)} ${unit}`);
  if (!object.id) return record.replaceChildren(place);
  const fields = stage.records(side.state)[table_of[object.mesh] ?? object.mesh]?.[object.id] ?? {};
  const owners = [fields.enterprise, fields.tenants, fields.owner].flat().filter((id) => typeof id === "string");
  const verdicts = verdicts_on([object.id, ...owners]);
  const name = (state.language === "zh" ? fields.name_zh || fields.name : fields.name || fields.name_zh) || object.id;
  record.replaceChildren(element("h3", {}, own(name), " ", element("small", { class: "soft" }, `${say(`group_${object.mesh}`)} `, own(object.id))), place,
    element("div", { class: "scroll" }, element("table", {}, element("tbody", {}, record_rows(fields)))),
    verdicts.length ? element("h4", {}, say("namedBy")) : null,
    ...verdicts.map(({ clause, lines }) => element("div", { class: "named" }, element("a", { href: `#${clause.id}`,
      onclick: () => { document.getElementById(clause.id).open = true; } }, clause.id), " ", badge(clause.status), " ", both(clause.title),
    element("ul", {}, lines.slice(0, 4).map((line) => element("li", {}, own(line)))))));
}

function set_side(number, changes) {
  const side = stage.sides[number];
  Object.assign(side, changes);
  side.make_map = null;
  if (side.layer === "difference") side.make_map = () => stage.difference(0, side.state);
  stage.load(side);
  show_legend();
}

const option = (value, text, selected) => element("option", { value, selected }, text);

function layer_choice(number) {
  const side = stage.sides[number];
  const layers = twin.layers.map((layer) => layer.id).filter((id) => id === "none" || twin.states[side.state].maps[id] !== undefined);
  if (twin.states.length > 1 && twin.states.every((entry) => entry.maps.rsrp !== undefined)) layers.push("difference");
  return element("select", { class: "layer", "data-side": number, "aria-label": say("map"), onchange: (event) => set_side(number, { layer: event.target.value }) },
    layers.map((id) => option(id, layer_title(id), id === side.layer)));
}

function state_choice(number) {
  if (twin.states.length < 2) return null;
  const side = stage.sides[number];
  const text = element("output", {}, title_of(side.state));
  return element("label", { class: "phase" }, say("phase"), element("input", { type: "range", class: "state", "data-side": number, min: 0, max: twin.states.length - 1, step: 1,
    value: side.state, oninput: (event) => { set_side(number, { state: Number(event.target.value) }); text.textContent = title_of(side.state); } }), text);
}

function controls() {
  const bar = element("div", { class: "tools twin-tools" });
  const group = (name) => element("label", {}, element("input", { type: "checkbox", "data-group": name, checked: stage.shown[name] !== false && stage.shown[name],
    onchange: (event) => { stage.shown[name] = event.target.checked; stage.invalidate(); } }), say(`group_${name}`));
  const split = () => {
    if (stage.sides.length > 1) stage.sides.pop();
    else stage.sides.push({ state: Math.max(0, stage.sides[0].state - 1), layer: stage.sides[0].layer === "none" ? "rsrp" : "none" });
    stage.sides.forEach((side) => stage.load(side));
    show_legend();
    bar.replaceWith(controls());
  };
  const under = element("input", { type: "checkbox", "data-group": "underground", checked: stage.underground,
    onchange: (event) => { stage.underground = event.target.checked; stage.invalidate(); } });
  const slice = element("input", { type: "range", class: "slice", min: 0, max: 100, value: 100 * section.share, "aria-label": say("section"), hidden: section.axis === "none",
    oninput: (event) => { section.share = event.target.value / 100; stage.cut(section.axis, section.share); } });
  const axis = element("select", { class: "section", "aria-label": say("section"), onchange: (event) => {
    section.axis = event.target.value;
    slice.hidden = section.axis === "none";
    stage.cut(section.axis, section.share);
  } }, ["none", "east", "north"].map((name) => option(name, say(`section_${name}`), name === section.axis)));
  bar.append(element("div", {}, stage.sides.map((_, number) => element("span", { class: "side" }, layer_choice(number), state_choice(number))),
    element("button", { class: "split", "aria-pressed": String(stage.sides.length > 1), onclick: split }, say("split")), axis, slice),
  element("div", { class: "groups" }, Object.keys(groups).map(group), element("label", {}, element("input", { type: "checkbox", "data-group": "labels", checked: stage.shown.labels !== false,
    onchange: (event) => { stage.shown.labels = event.target.checked; stage.invalidate(); } }), say("group_labels")),
  element("label", {}, under, say("underground"))));
  return bar;
}

/** A stop of the tour: its map, the ground open or closed, the caption; the switches follow. */
function arrive(stop, number) {
  stage.underground = stop.underground;
  set_side(0, { layer: twin.states[stage.sides[0].state].maps[stop.layer] === undefined ? "none" : stop.layer });
  caption.replaceChildren(element("b", {}, `${number + 1}/${tour.stops.length} `, both(stop.title)), " ", own(both(stop.text)));
  caption.hidden = false;
  document.querySelector(".twin-tools")?.replaceWith(controls());
}

function tour_bar() {
  const play = element("button", { class: "play", "aria-pressed": String(tour.playing) }, say(tour.playing ? "pause" : "play"));
  play.addEventListener("click", () => {
    tour.play(!tour.playing);
    play.textContent = say(tour.playing ? "pause" : "play");
    play.setAttribute("aria-pressed", String(tour.playing));
  });
  return element("div", { class: "tools tour" }, element("button", { class: "before", onclick: () => tour.go(tour.number - 1), "aria-label": say("before") }, "‹"), play,
    element("button", { class: "next", onclick: () => tour.go(tour.number + 1), "aria-label": say("next") }, "›"), twin.tour.map((stop, number) =>
      element("button", { class: "stop", onclick: () => tour.go(number) }, both(stop.title))));
}

function listen() {
  let down = null;
  const spot = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener("pointerdown", (event) => { down = spot(event); if (tour.playing) document.querySelector("#twin .play").click(); });
  canvas.addEventListener("pointerup", (event) => {
    const at = spot(event);
    if (down && Math.hypot(at[0] - down[0], at[1] - down[1]) < 4) show_record(picked(stage, ...at));
    down = null;
  });
  new ResizeObserver(() => stage.fit()).observe(frame);
}

const body = element("div", { class: "twin" });

function fill() {
  if (!stage) return;
  body.replaceChildren(tour_bar(), place, controls(), record);
  show_legend();
  show_record(chosen);
  if (tour.number >= 0) arrive(tour.stops[tour.number], tour.number);
  stage.fit();
}

async function begin() {
  const bytes = await unpacked(twin);
  stage = new Stage(canvas, twin, bytes);
  const records = new Map();
  stage.records = (number) => {
    const item = twin.items[twin.states[number].records];
    if (!records.has(item)) records.set(item, JSON.parse(new TextDecoder().decode(bytes.subarray(item.at, item.at + item.records))));
    return records.get(item);
  };
  const differences = new Map();
  stage.difference = (from, to) => {
    const maps = [from, to].map((number) => stage.map(number, "rsrp"));
    const key = `${from} ${to}`;
    if (!differences.has(key)) differences.set(key, maps.every(Boolean) ? difference_of(...maps) : null);
    return differences.get(key);
  };
  stage.after = place_labels;
  tour = new Tour(stage, twin.tour, arrive);
  tour.view = twin.tour[0];
  canvas.stage = stage;
  canvas.tour = tour;
  listen();
  fill();
  stage.look(twin.tour[0]);
  body.dataset.ready = "true";
}

/** The section's content; the model is unpacked when it comes near the window. */
export function twin_section() {
  if (!twin) return [element("p", { class: "soft" }, say("noTwin"))];
  if (stage) fill();
  else if (!body.dataset.ready) {
    body.replaceChildren(message);
    message.textContent = say("loading");
    body.dataset.ready = "waiting";
    body.classList.toggle("states", twin.states.length > 1);
    new IntersectionObserver((seen, observer) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      setTimeout(() => begin().catch((error) => {
        message.textContent = `${say("noGl")} (${error.message})`;
        body.replaceChildren(message);
        body.dataset.ready = "failed";
      }));
    }, { rootMargin: "300px" }).observe(body);
  }
  const many = twin.states.some((entry) => entry.left_out.length);
  const buildings = many ? element("p", { class: "soft left-out" }, say("leftOut", number(data.run.records.buildings.records, 0))) : null;
  return [element("p", { class: "soft" }, say("twinText")), buildings, body];
}
