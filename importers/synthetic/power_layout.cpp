#include "importers/synthetic/power_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/sector_figures.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double feeder_capacity_kw = 6500.0;
constexpr double beside_street_m = -7.0;
constexpr double power_transformer_mva = 50.0;
constexpr double largest_unit_mva = 2.5;
constexpr double utilisation = 0.7;  ///< planned share of a distribution transformer's rating
constexpr double unit_sizes_mva[] = {0.25, 0.4, 0.63, 0.8, 1.0, 1.25, 1.6, 2.0, 2.5};

struct Consumer {
  std::size_t lot = 0;
  RouteGraph::Vertex vertex = 0;
  double peak_kw = 0.0;
  double direction = 0.0;  ///< from the substation, radian
};

/// Peak of a lot without an enterprise, kW.
double public_peak_kw(const Lot& lot) {
  switch (lot.use) {
    case LotUse::data_centre:
      return 3200.0;
    case LotUse::public_centre:
      return 1400.0;
    case LotUse::apartments:
      return rounded(0.045 * lot.area.area(), 10.0);
    case LotUse::waste_water:
      return 1600.0;
    case LotUse::heat_power:
      return 1200.0;
    default:
      return 0.0;
  }
}

class GridBuilder {
 public:
  GridBuilder(const Draft& draft, const RouteGraph& graph, const Places& places) : draft_(draft), graph_(graph), places_(places) {
    tables_.supply_of_lot.resize(draft.lots().size());
    const auto& lots = draft.lots();
    for (std::size_t i = 0; i < lots.size(); ++i) {
      if (lots[i].use == LotUse::substation) substation_lot_ = i;
    }
    substation_ = graph.vertex_of_place(places.lot(substation_lot_));
  }

  PowerTables build() {
    std::vector<Consumer> consumers = collect_consumers();
    double total_kw = 0.0;
    for (const auto& consumer : consumers) total_kw += consumer.peak_kw;
    add_infeed(total_kw);
    std::size_t from = 0;
    std::size_t feeder = 0;
    while (from < consumers.size()) {
      double load = 0.0;
      std::size_t to = from;
      while (to < consumers.size() && (to == from || load + consumers[to].peak_kw <= feeder_capacity_kw)) load += consumers[to++].peak_kw;
      lay_feeder(tables_.busbars[feeder++ % tables_.busbars.size()],
                 std::vector<Consumer>(consumers.begin() + static_cast<std::ptrdiff_t>(from),
                                       consumers.begin() + static_cast<std::ptrdiff_t>(to)));
      from = to;
    }
    return std::move(tables_);
  }

 private:
  std::vector<Consumer> collect_consumers() {
    std::vector<double> peak(draft_.lots().size(), 0.0);
    for (std::size_t i = 0; i < draft_.lots().size(); ++i) peak[i] = public_peak_kw(draft_.lots()[i]);
    enterprise_peak_.resize(draft_.enterprises.size());
    for (std::size_t e = 0; e < draft_.enterprises.size(); ++e) {
      const Enterprise& enterprise = draft_.enterprises[e];
      enterprise_peak_[e] = std::max(
          20.0, rounded(enterprise.yearly_electricity->value() * 1000.0 / sector_figures(enterprise.sector).full_load_hours, 10.0));
      peak[draft_.lot_of_enterprise[e]] += enterprise_peak_[e];
    }
    const Point origin = draft_.lots()[substation_lot_].area.centre();
    std::vector<Consumer> consumers;
    for (std::size_t i = 0; i < peak.size(); ++i) {
      if (peak[i] <= 0.0) continue;
      const Point p = draft_.lots()[i].area.centre();
      consumers.push_back({i, graph_.vertex_of_place(places_.lot(i)), peak[i], rounded(std::atan2(p.y - origin.y, p.x - origin.x), 1e-6)});
    }
    std::sort(consumers.begin(), consumers.end(),
              [](const Consumer& a, const Consumer& b) { return a.direction != b.direction ? a.direction < b.direction : a.lot < b.lot; });
    return consumers;
  }

  Id<Bus> add_bus(const std::string& name, BusKind kind, double kilovolts, Point at) {
    Bus bus;
    bus.id = numbered("BUS", tables_.buses.size() + 1);
    bus.name = name;
    bus.kind = kind;
    bus.nominal_voltage = Kilovolts(kilovolts);
    bus.position = draft_.frame(at);
    tables_.buses.push_back(std::move(bus));
    tables_.bus_places.push_back(at);
    return Id<Bus>(tables_.buses.size() - 1);
  }

  PowerLine& add_line(Id<Bus> from, Id<Bus> to, const LineString& path) {
    PowerLine line;
    line.id = numbered("PL", tables_.lines.size() + 1);
    line.from = from;
    line.to = to;
    line.path = draft_.frame(path);
    line.length = Metres(std::max(1.0, rounded(length(line.path), 0.1)));
    tables_.lines.push_back(std::move(line));
    return tables_.lines.back();
  }

  void add_transformer(Id<Bus> high, Id<Bus> low, double mva, double impedance_percent, double copper_percent) {
    Transformer unit;
    unit.id = numbered("TR", tables_.transformers.size() + 1);
    unit.high = high;
    unit.low = low;
    unit.rated_power = MegavoltAmperes(mva);
    unit.short_circuit_voltage_percent = impedance_percent;
    unit.copper_loss_percent = copper_percent;
    tables_.transformers.push_back(std::move(unit));
  }

  void add_infeed(double total_kw) {
    const Rect& lot = draft_.lots()[substation_lot_].area;
    const Point station = lot.centre();
    const Point edge{station.x, draft_.grid.rows.front() - 0.5 * arterial_width_m - 6.0};
    const auto slack = add_bus("110 kV infeed", BusKind::slack, 110.0, edge);
    const auto high = add_bus("110 kV busbar", BusKind::pq, 110.0, station);
    for (int circuit = 0; circuit < 2; ++circuit) {  // overhead line, 300 mm2 ACSR
      PowerLine& line = add_line(slack, high, {{edge, station}});
      line.resistance = OhmsPerKilometre(0.107);
      line.reactance = OhmsPerKilometre(0.39);
      line.capacitance_nf_per_km = 9.0;
      line.rated_current = Kiloamperes(0.7);
    }
    const int units = std::max(2, static_cast<int>(std::ceil(total_kw / 1000.0 / 0.92 / (0.75 * power_transformer_mva))));
    for (int i = 0; i < units; ++i) {
      const auto busbar =
          add_bus("10 kV section " + std::to_string(i + 1), BusKind::pq, 10.0, {station.x + 6.0 * (i + 1), station.y + 6.0});
      add_transformer(high, busbar, power_transformer_mva, 16.0, 0.4);
      tables_.busbars.push_back(busbar);
    }
  }

  /// On the lot, just behind its front.
  [[nodiscard]] Point ring_main_place(std::size_t lot) const {
    const Point front = front_of(draft_.lots()[lot]);
    const Point centre = draft_.lots()[lot].area.centre();
    return {front.x + 0.05 * (centre.x - front.x), front.y + 0.05 * (centre.y - front.y)};
  }

  /// A radial feeder: each next consumer joins the nearest ring main unit of the feeder.
  void lay_feeder(Id<Bus> busbar, std::vector<Consumer> consumers) {
    struct Joint {
      Id<Bus> bus;
      RouteGraph::Vertex vertex;
    };
    std::vector<Joint> joints = {{busbar, substation_}};
    std::vector<double> nearest(consumers.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> via(consumers.size(), 0);
    std::vector<bool> joined(consumers.size(), false);
    for (std::size_t round = 0; round < consumers.size(); ++round) {
      const auto tree = graph_.tree_from(joints.back().vertex);
      std::size_t next = consumers.size();
      for (std::size_t i = 0; i < consumers.size(); ++i) {
        if (joined[i]) continue;
        const double metres = tree.length[consumers[i].vertex] + (joints.size() == 1 ? 1.0 : 0.0);
        if (metres < nearest[i]) {
          nearest[i] = metres;
          via[i] = joints.size() - 1;
        }
        if (next == consumers.size() || nearest[i] < nearest[next]) next = i;
      }
      joined[next] = true;
      const Joint from = joints[via[next]];
      const auto route = graph_.route(graph_.tree_from(from.vertex), consumers[next].vertex);
      LineString path;
      path.points.push_back(tables_.bus_places[from.bus.index()]);
      for (const auto vertex : route.vertices)
        path.points.push_back({graph_.points()[vertex].x + beside_street_m, graph_.points()[vertex].y + beside_street_m});
      path.points.push_back(ring_main_place(consumers[next].lot));
      joints.push_back({add_consumer(consumers[next], path.points.back()), consumers[next].vertex});
      PowerLine& line = add_line(from.bus, joints.back().bus, path);  // 10 kV cable, 3 x 300 mm2 copper
      line.resistance = OhmsPerKilometre(0.079);
      line.reactance = OhmsPerKilometre(0.087);
      line.capacitance_nf_per_km = 370.0;
      line.rated_current = Kiloamperes(0.55);
    }
  }

  /// Ring main unit, distribution transformers, low-voltage bus and loads; returns the 10 kV bus.
  Id<Bus> add_consumer(const Consumer& consumer, Point at) {
    const std::string place =
        draft_.parcel_of_lot[consumer.lot] < draft_.parcels.size() ? draft_.parcels[draft_.parcel_of_lot[consumer.lot]].id : "zone";
    const auto ring_main = add_bus(place + " 10 kV", BusKind::pq, 10.0, at);
    const auto low = add_bus(place + " 0.4 kV", BusKind::pq, 0.4, draft_.lots()[consumer.lot].area.centre());
    tables_.supply_of_lot[consumer.lot] = low;
    const double needed_mva = consumer.peak_kw / 1000.0 / 0.9 / utilisation;
    const int units = std::max(1, static_cast<int>(std::ceil(needed_mva / largest_unit_mva)));
    double size = unit_sizes_mva[0];
    for (const double candidate : unit_sizes_mva) {
      size = candidate;
      if (candidate * units >= needed_mva) break;
    }
    for (int i = 0; i < units; ++i) add_transformer(ring_main, low, size, size > 0.63 ? 6.0 : 4.5, 1.1);
    bool enterprises = false;
    for (std::size_t e = 0; e < draft_.enterprises.size(); ++e) {
      if (draft_.lot_of_enterprise[e] != consumer.lot) continue;
      enterprises = true;
      add_load(low, Id<Enterprise>(e), enterprise_peak_[e], sector_figures(draft_.enterprises[e].sector).power_factor);
    }
    if (!enterprises) add_load(low, {}, consumer.peak_kw, 0.95);
    return ring_main;
  }

  void add_load(Id<Bus> bus, Id<Enterprise> enterprise, double peak_kw, double power_factor) {
    tables_.loads.push_back({numbered("LD", tables_.loads.size() + 1), bus, enterprise, Kilowatts(peak_kw), power_factor});
  }

  const Draft& draft_;
  const RouteGraph& graph_;
  const Places& places_;
  PowerTables tables_;
  std::size_t substation_lot_ = 0;
  RouteGraph::Vertex substation_ = 0;
  std::vector<double> enterprise_peak_;
};

}  // namespace

PowerTables build_grid(const Draft& draft, const RouteGraph& graph, const Places& places) {
  return GridBuilder(draft, graph, places).build();
}

}  // namespace parktwin::importers::synthetic
