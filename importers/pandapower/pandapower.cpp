#include "importers/pandapower/pandapower.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include "engine/core/disjoint_sets.h"
#include "importers/foreign_tables/text_source.h"

namespace parktwin::importers::pandapower {
namespace {

constexpr double park_frequency_hz = 50.0;
constexpr std::array<std::string_view, 12> taken{"bus",  "bus_geodata", "line",     "line_geodata", "trafo",  "load",
                                                 "sgen", "gen",         "ext_grid", "shunt",        "switch", "poly_cost"};

class Conversion {
 public:
  Conversion(const NetFile& net, const std::string& file, Problems& problems) : net_(net), file_(file), problems_(problems) {}

  std::optional<PowerCase> convert() {
    const auto before = problems_.list().size();
    add_buses();
    join_buses();
    each("ext_grid", [this](const Element& from) { hold(from, BusKind::slack); });
    each("gen", [this](const Element& from) { add_machine(from); });
    each("sgen", [this](const Element& from) { add_generator(from, "sgen ", kind_of(text(from, "type"))); });
    each("load", [this](const Element& from) { add_load(from); });
    each("shunt", [this](const Element& from) { add_shunt(from); });
    each("line", [this](const Element& from) { add_line(from); });
    each("trafo", [this](const Element& from) { add_transformer(from); });
    for (const auto& [name, rows] : net_.tables) {
      if (std::find(taken.begin(), taken.end(), name) == taken.end())
        made_.remarks.push_back({NoteKind::warning, "elements the tables of a park do not hold", fmt::format("{} {}", rows.size(), name)});
    }
    if (problems_.list().size() > before) return std::nullopt;
    return std::move(made_);
  }

 private:
  template <class Take>
  void each(const std::string& name, const Take& take) {
    const auto found = net_.tables.find(name);
    if (found == net_.tables.end()) return;
    now_ = name;
    for (const auto& element : found->second) take(element);
  }

  void problem(const Element& from, const std::string& column, const std::string& expected) {
    problems_.add(file_, fmt::format("table {}, index {}, column {}", now_, from.index, column), "expected " + expected);
  }

  [[nodiscard]] const nlohmann::json* cell(const Element& from, const char* column) const {
    const auto found = from.values.find(column);
    return found == from.values.end() || found->second.is_null() ? nullptr : &found->second;
  }
  std::optional<double> optional_number(const Element& from, const char* column) {
    const auto* value = cell(from, column);
    if (value == nullptr) return std::nullopt;
    if (value->is_number() && std::isfinite(value->get<double>())) return value->get<double>();
    problem(from, column, "a number");
    return std::nullopt;
  }
  double number(const Element& from, const char* column, std::optional<double> otherwise = std::nullopt) {
    if (cell(from, column) == nullptr && !otherwise) problem(from, column, "a number");
    return optional_number(from, column).value_or(otherwise.value_or(0.0));
  }
  [[nodiscard]] std::string text(const Element& from, const char* column) const {
    const auto* value = cell(from, column);
    return value != nullptr && value->is_string() ? value->get<std::string>() : "";
  }
  bool truth(const Element& from, const char* column, bool otherwise) {
    const auto* value = cell(from, column);
    if (value == nullptr) return otherwise;
    if (!value->is_boolean()) problem(from, column, "true or false");
    return value->is_boolean() && value->get<bool>();
  }
  bool in_service(const Element& from) { return truth(from, "in_service", true); }

  std::optional<std::size_t> bus(const Element& from, const char* column) {
    const auto* value = cell(from, column);
    const auto found = value != nullptr && value->is_number_integer() ? position_.find(value->get<long>()) : position_.end();
    if (found != position_.end()) return found->second;
    problem(from, column, "the index of a bus");
    return std::nullopt;
  }

  void add_buses() {
    std::map<long, Point> places;
    each("bus_geodata", [&](const Element& from) {
      const auto x = optional_number(from, "x");
      const auto y = optional_number(from, "y");
      if (x && y) places[from.index] = {*x, *y};
    });
    each("bus", [&](const Element& from) {
      CaseBus made;
      made.place = static_cast<std::size_t>(std::max(from.index, 0L));
      made.number = std::to_string(from.index);
      made.name = text(from, "name");
      made.nominal_kv = number(from, "vn_kv");
      if (!(made.nominal_kv > 0.0)) problem(from, "vn_kv", "more than 0");
      if (const auto place = places.find(from.index); place != places.end()) made.position = place->second;
      if (const auto place = geo(from)) made.position = place;
      position_[from.index] = made_.buses.size();
      made_.buses.push_back(std::move(made));
    });
  }

  /// A GeoJSON point in a text, as pandapower 3 keeps it.
  std::optional<Point> geo(const Element& from) {
    const auto written = text(from, "geo");
    if (written.empty()) return std::nullopt;
    const auto point = nlohmann::json::parse(written, nullptr, false);
    const bool sound = point.is_object() && point.contains("coordinates") && point["coordinates"].is_array() &&
                       point["coordinates"].size() >= 2 && point["coordinates"][0].is_number() && point["coordinates"][1].is_number();
    if (sound) return Point{point["coordinates"][0].get<double>(), point["coordinates"][1].get<double>()};
    problem(from, "geo", "a GeoJSON point");
    return std::nullopt;
  }

  void join_buses() {
    DisjointSets groups(made_.buses.size());
    each("switch", [&](const Element& from) {
      const bool closed = truth(from, "closed", true);
      const auto kind = text(from, "et");
      if (kind == "b") {
        const auto one = bus(from, "bus");
        const auto other = bus(from, "element");
        if (one && other && closed) groups.join(*one, *other);
      } else if (!closed && (kind == "l" || kind == "t")) {
        const auto* element = cell(from, "element");
        if (element != nullptr && element->is_number_integer())
          (kind == "l" ? open_lines_ : open_transformers_).insert(element->get<long>());
      }
    });
    std::vector<CaseBus> kept;
    std::map<std::size_t, std::size_t> place_of_root;
    for (std::size_t i = 0; i < made_.buses.size(); ++i) {
      const auto root = groups.root(i);
      if (!place_of_root.contains(root)) {
        place_of_root[root] = kept.size();
        kept.push_back(made_.buses[i]);
      } else {
        made_.remarks.push_back({NoteKind::information, "buses that a closed switch joins with another", "bus " + made_.buses[i].number});
      }
    }
    for (auto& [index, place] : position_) place = place_of_root[groups.root(place)];
    made_.buses = std::move(kept);
  }

  void hold(const Element& from, BusKind kind) {
    const auto at = bus(from, "bus");
    if (!at || !in_service(from)) return;
    auto& there = made_.buses[*at];
    if (there.kind == BusKind::slack && kind == BusKind::pv) return;
    const double held = number(from, "vm_pu", 1.0);
    if (there.held_pu && *there.held_pu != held)
      made_.remarks.push_back({NoteKind::warning, "voltages of further machines at one bus", fmt::format("{} {}", now_, from.index)});
    there.kind = kind;
    there.held_pu = held;
  }

  void add_machine(const Element& from) {
    hold(from, truth(from, "slack", false) ? BusKind::slack : BusKind::pv);
    add_generator(from, "gen ", GeneratorKind::other);
  }

  static GeneratorKind kind_of(const std::string& type) {
    if (type == "PV") return GeneratorKind::photovoltaic;
    if (type == "WP" || type == "wind") return GeneratorKind::wind;
    if (type == "CHP") return GeneratorKind::combined_heat_power;
    return GeneratorKind::other;
  }

  void add_generator(const Element& from, const char* prefix, GeneratorKind kind) {
    const auto at = bus(from, "bus");
    if (!at) return;
    CaseGenerator unit;
    unit.place = static_cast<std::size_t>(std::max(from.index, 0L));
    unit.number = std::string(prefix == std::string_view("gen ") ? "G" : "S") + std::to_string(from.index);
    unit.name = text(from, "name");
    unit.bus = *at;
    unit.kind = kind;
    unit.active_kw = number(from, "p_mw") * number(from, "scaling", 1.0) * 1e3;
    unit.rated_kw = std::max(number(from, "sn_mva", 0.0) * 1e3, unit.active_kw);
    unit.operational = in_service(from);
    if (number(from, "q_mvar", 0.0) != 0.0 && now_ == "sgen")
      made_.remarks.push_back({NoteKind::warning, "reactive power of static generators", fmt::format("sgen {}", from.index)});
    made_.generators.push_back(std::move(unit));
  }

  void add_load(const Element& from) {
    const auto at = bus(from, "bus");
    if (!at || !in_service(from)) return;
    const double scaling = number(from, "scaling", 1.0) * 1e3;
    for (const char* part : {"const_z_percent", "const_i_percent", "const_z_p_percent", "const_i_p_percent"}) {
      if (number(from, part, 0.0) != 0.0)
        made_.remarks.push_back(
            {NoteKind::warning, "loads that follow the voltage, taken as constant", fmt::format("load {}", from.index)});
    }
    made_.loads.push_back({static_cast<std::size_t>(std::max(from.index, 0L)), std::to_string(from.index), text(from, "name"), *at,
                           number(from, "p_mw") * scaling, number(from, "q_mvar", 0.0) * scaling});
  }

  void add_shunt(const Element& from) {
    const auto at = bus(from, "bus");
    if (!at || !in_service(from)) return;
    auto& there = made_.buses[*at];
    const double rated = number(from, "vn_kv", there.nominal_kv);
    const double scale = number(from, "step", 1.0) * 1e3 * std::pow(there.nominal_kv / rated, 2);
    there.shunt_kw += number(from, "p_mw", 0.0) * scale;
    there.shunt_kvar -= number(from, "q_mvar", 0.0) * scale;
  }

  void add_line(const Element& from) {
    const auto begin = bus(from, "from_bus");
    const auto end = bus(from, "to_bus");
    if (!begin || !end) return;
    CaseLine line;
    line.place = static_cast<std::size_t>(std::max(from.index, 0L));
    line.number = std::to_string(from.index);
    line.name = text(from, "name");
    line.from = *begin;
    line.to = *end;
    const double km = number(from, "length_km");
    const double parallel = number(from, "parallel", 1.0);
    line.length_m = km * 1e3;
    if (!(km > 0.0) || !(parallel > 0.0)) return problem(from, "length_km", "a length and a number of parallel lines above 0");
    line.resistance_ohm = number(from, "r_ohm_per_km") * km / parallel;
    line.reactance_ohm = number(from, "x_ohm_per_km") * km / parallel;
    line.capacitance_nf = number(from, "c_nf_per_km", 0.0) * km * parallel * net_.frequency_hz / park_frequency_hz;
    line.rated_ka = number(from, "max_i_ka", 0.0) * parallel * number(from, "df", 1.0);
    line.operational = in_service(from) && !open_lines_.contains(from.index);
    if (number(from, "g_us_per_km", 0.0) != 0.0)
      made_.remarks.push_back({NoteKind::warning, "conductances of lines", fmt::format("line {}", from.index)});
    made_.lines.push_back(std::move(line));
  }

  void add_transformer(const Element& from) {
    const auto high = bus(from, "hv_bus");
    const auto low = bus(from, "lv_bus");
    if (!high || !low) return;
    CaseTransformer unit;
    unit.place = static_cast<std::size_t>(std::max(from.index, 0L));
    unit.number = std::to_string(from.index);
    unit.name = text(from, "name");
    unit.high = *high;
    unit.low = *low;
    const double parallel = number(from, "parallel", 1.0);
    unit.rated_mva = number(from, "sn_mva") * parallel;
    unit.short_circuit_share = number(from, "vk_percent") / 100.0;
    unit.copper_loss_share = number(from, "vkr_percent") / 100.0;
    unit.high_rated_kv = number(from, "vn_hv_kv");
    unit.low_rated_kv = number(from, "vn_lv_kv");
    unit.phase_shift_deg = number(from, "shift_degree", 0.0);
    unit.no_load_loss_kw = number(from, "pfe_kw", 0.0) * parallel;
    unit.no_load_current_percent = number(from, "i0_percent", 0.0);
    unit.operational = in_service(from) && !open_transformers_.contains(from.index);
    const double step = number(from, "tap_step_percent", 0.0);
    const double taps = number(from, "tap_pos", 0.0) - number(from, "tap_neutral", 0.0);
    if (text(from, "tap_side") == "lv") {
      unit.low_rated_kv *= 1.0 + taps * step / 100.0;
      unit.tap_step_percent = 0.0;
    } else if (text(from, "tap_side") == "hv") {
      unit.tap_position = static_cast<int>(std::lround(taps));
      unit.tap_step_percent = step;
    }
    if (number(from, "tap_step_degree", 0.0) != 0.0 && taps != 0.0)
      made_.remarks.push_back({NoteKind::warning, "taps that turn the phase", fmt::format("trafo {}", from.index)});
    made_.transformers.push_back(std::move(unit));
  }

  const NetFile& net_;
  const std::string& file_;
  Problems& problems_;
  std::string now_;
  std::map<long, std::size_t> position_;
  std::set<long> open_lines_;
  std::set<long> open_transformers_;
  PowerCase made_;
};

}  // namespace

std::optional<PowerCase> power_case(const NetFile& net, const std::string& file, Problems& problems) {
  return Conversion(net, file, problems).convert();
}

std::optional<ForeignTables> read_pandapower(const std::filesystem::path& file, Problems& problems) {
  const auto text = read_text_source(file, problems);
  const auto document = text ? parse_json(*text, file.string(), problems) : std::nullopt;
  const auto net = document ? parse_net(*document, file.string(), problems) : std::nullopt;
  const auto grid = net ? power_case(*net, file.string(), problems) : std::nullopt;
  if (!grid) return std::nullopt;
  return power_tables(*grid);
}

}  // namespace parktwin::importers::pandapower
