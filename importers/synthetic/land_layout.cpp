#include "importers/synthetic/land_layout.h"

#include <algorithm>

#include "importers/gdal_layers/shape_algebra.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double sliver_m = 0.6;
constexpr double half_arterial_m = 0.5 * arterial_width_m;

MultiPolygon rects(const std::vector<Rect>& list) {
  MultiPolygon shape;
  for (const auto& rect : list) shape.polygons.push_back(rect.polygon());
  return shape;
}

/// Everything between the outer edges of the arterials.
MultiPolygon grid_hull(const StreetGrid& grid) {
  std::vector<MultiPolygon> parts;
  for (std::size_t c = 0; c < grid.column_count(); ++c) {
    const Rect column{grid.columns[c] - half_arterial_m, grid.rows.front() - half_arterial_m, grid.columns[c + 1] + half_arterial_m,
                      grid.rows[grid.rows_in_column[c]] + half_arterial_m};
    parts.push_back({{column.polygon()}});
  }
  return united(parts);
}

class ZoneList {
 public:
  void add(ZonePlan zone) {
    if (!zone.shape.polygons.empty()) zones.push_back(std::move(zone));
  }
  std::vector<ZonePlan> zones;
};

void add_roads(const StreetGrid& grid, const std::vector<Street>& streets, const MultiPolygon& hull, ZoneList& list) {
  const MultiPolygon inside{{{grid.boundary, {}}}};
  MultiPolygon outer_roads;
  for (const auto& street : streets) {
    if (!street.surface.empty()) {
      list.add({street.name, street.name_zh, ZoneKind::road, true, rects(street.surface), Quarter::machinery, {}});
      continue;
    }
    const MultiPolygon whole = without(common(strip(street.path, street.width), inside), hull);
    const MultiPolygon surface = opened(without(whole, outer_roads), sliver_m);
    outer_roads = united({outer_roads, surface});
    list.add({street.name, street.name_zh, ZoneKind::road, street.road_class != RoadClass::motorway, surface, Quarter::machinery, {}});
  }
}

void add_belts(const StreetGrid& grid, const MultiPolygon& hull, const Waters& waters, const ZoneList& roads, ZoneList& list) {
  MultiPolygon belt = without(without({{{grid.boundary, {}}}}, hull), united({waters.river, waters.canal}));
  std::vector<MultiPolygon> surfaces;
  for (const auto& zone : roads.zones) surfaces.push_back(zone.shape);
  belt = without(belt, united(surfaces));
  const double west = grid.columns.front() - half_arterial_m;
  const double south = grid.rows.front() - half_arterial_m;
  constexpr double far_m = 1e5;
  const MultiPolygon west_part{{Rect{-far_m, -far_m, west, far_m}.polygon()}};
  const MultiPolygon south_part{{Rect{west, -far_m, far_m, south}.polygon()}};
  const MultiPolygon rest{{Rect{west, south, far_m, far_m}.polygon()}};
  if (!grid.motorway.points.empty()) {
    list.add({"Motorway Shelter Belt",
              "高速公路防护绿带",
              ZoneKind::green,
              false,
              opened(common(belt, west_part), sliver_m),
              Quarter::logistics,
              {}});
  } else {
    list.add({"West Green Belt", "西侧绿带", ZoneKind::green, true, opened(common(belt, west_part), sliver_m), Quarter::machinery, {}});
  }
  const bool river = grid.river_width > 0.0;
  list.add({river ? "Riverside Park" : "South Green Belt",
            river ? "滨河公园" : "南侧绿带",
            ZoneKind::green,
            true,
            opened(common(belt, south_part), sliver_m),
            Quarter::machinery,
            {}});
  list.add({"North-East Green Belt", "东北绿带", ZoneKind::green, true, opened(common(belt, rest), sliver_m), Quarter::machinery, {}});
}

void add_waterside(const StreetGrid& grid, const std::vector<Superblock>& blocks, const Waters& waters, ZoneList& list) {
  list.add({"Lan River", "澜河", ZoneKind::water, false, waters.river, Quarter::lake, {}});
  list.add({"Central Canal", "中心河", ZoneKind::water, false, waters.canal, Quarter::lake, {}});
  list.add({"Ting Lake", "汀湖", ZoneKind::water, false, waters.lake, Quarter::lake, {}});
  for (const auto& block : blocks) {
    if (block.quarter != Quarter::lake) continue;
    list.add({"Ting Lake Park",
              "汀湖公园",
              ZoneKind::green,
              true,
              opened(without({{block.area.polygon()}}, waters.lake), sliver_m),
              Quarter::lake,
              {}});
  }
  if (!grid.canal_line) return;
  std::vector<MultiPolygon> banks;
  const Rect corridor = grid.corridor();
  for (std::size_t r = 0; r < grid.rows_at_line(*grid.canal_line); ++r) {
    const Rect piece{corridor.x0, grid.rows[r] + half_arterial_m, corridor.x1, grid.rows[r + 1] - half_arterial_m};
    banks.push_back(opened(without({{piece.polygon()}}, waters.canal), sliver_m));
  }
  MultiPolygon bank;
  for (auto& part : banks) bank.polygons.insert(bank.polygons.end(), part.polygons.begin(), part.polygons.end());
  list.add({"Canal Greenway", "中心河绿道", ZoneKind::green, true, bank, Quarter::lake, {}});
}

void add_lots(const std::vector<Lot>& lots, ZoneList& list) {
  int squares = 0;
  int car_parks = 0;
  int greens = 0;
  for (const auto& lot : lots) {
    const MultiPolygon shape{{lot.area.polygon()}};
    if (lot.use == LotUse::square) {
      ++squares;
      list.add({"Lanting Square " + std::to_string(squares), "澜汀广场" + std::to_string(squares), ZoneKind::square, true, shape,
                lot.quarter, lot.area});
    } else if (lot.use == LotUse::car_park) {
      ++car_parks;
      const bool trucks = lot.quarter == Quarter::logistics;
      const std::string number = std::to_string(car_parks);
      list.add({(trucks ? "Truck Park P" : "Car Park P") + number, (trucks ? "货车停车场P" : "停车场P") + number, ZoneKind::car_park, true,
                shape, lot.quarter, lot.area});
    } else if (lot.use == LotUse::green) {
      ++greens;
      list.add({"Pocket Park " + std::to_string(greens), "口袋公园" + std::to_string(greens), ZoneKind::green, true, shape, lot.quarter,
                lot.area});
    }
  }
}

}  // namespace

std::vector<ZonePlan> plan_zones(const StreetGrid& grid, const std::vector<Superblock>& blocks, const std::vector<Lot>& lots,
                                 const std::vector<Street>& streets, const Waters& waters) {
  const MultiPolygon hull = grid_hull(grid);
  ZoneList list;
  add_roads(grid, streets, hull, list);
  const ZoneList roads = list;
  add_waterside(grid, blocks, waters, list);
  add_lots(lots, list);
  add_belts(grid, hull, waters, roads, list);
  return list.zones;
}

}  // namespace parktwin::importers::synthetic
