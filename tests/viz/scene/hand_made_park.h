#pragma once
// A small park drawn by hand for the tests of scenes and pictures: 1,600 m × 1,000 m, a street grid, forty buildings, a lake, two sites,
// a ridge in the north-west, and radio maps made of plain formulas.
#include <cmath>
#include <limits>
#include <string>

#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::viz::testing {

inline Ring rectangle(double west, double south, double east, double north) {
  return {{west, south}, {east, south}, {east, north}, {west, north}};
}

inline MultiPolygon area_of(Ring ring) { return {{Polygon{std::move(ring), {}}}}; }

inline Zone zone(std::string id, std::string name, std::string name_zh, ZoneKind kind, MultiPolygon shape) {
  Zone made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.name_zh = std::move(name_zh);
  made.kind = kind;
  made.shape = std::move(shape);
  return made;
}

inline Road road(std::string id, std::string name, std::string name_zh, double width, LineString path) {
  Road made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.name_zh = std::move(name_zh);
  made.road_class = RoadClass::arterial;
  made.width = Metres(width);
  made.path = std::move(path);
  return made;
}

inline Ring lake_ring() {
  Ring ring;
  for (int i = 0; i < 48; ++i) {
    const double angle = 2.0 * 3.14159265358979 * i / 48;
    const double radius = 110.0 + 18.0 * std::sin(3.0 * angle);
    ring.push_back({600.0 + 1.2 * radius * std::cos(angle), 500.0 + radius * std::sin(angle)});
  }
  return ring;
}

inline Table<Zone> hand_made_zones() {
  Polygon streets{rectangle(0, 0, 1600, 1000), {}};
  for (int column = 0; column < 4; ++column) {
    for (int row = 0; row < 3; ++row) {
      Ring block = rectangle(20 + column * 395, 20 + row * 325, 395 + column * 395, 325 + row * 325);
      streets.holes.emplace_back(block.rbegin(), block.rend());
    }
  }
  return Table<Zone>({zone("Z-1", "Streets", "街道", ZoneKind::road, {{streets}}),
                      zone("Z-2", "Mirror Lake", "镜湖", ZoneKind::water, area_of(lake_ring())),
                      zone("Z-3", "Lakeside Green", "湖滨绿地", ZoneKind::green, area_of(rectangle(415, 345, 790, 650))),
                      zone("Z-4", "Forum", "广场", ZoneKind::square, area_of(rectangle(840, 380, 960, 470))),
                      zone("Z-5", "Car park", "停车场", ZoneKind::car_park, area_of(rectangle(1230, 30, 1400, 90)))});
}

inline Building building(int number, BuildingUse use, double height, Polygon footprint) {
  Building made;
  made.id = "B-" + std::to_string(number);
  made.use = use;
  made.height = Metres(height);
  made.floors = static_cast<std::int32_t>(height / 4.0);
  made.footprint = std::move(footprint);
  return made;
}

inline Table<Building> hand_made_buildings() {
  std::vector<Building> list;
  const auto uses = names_of(BuildingUse{});
  for (int column = 0; column < 4; ++column) {
    for (int row = 0; row < 3; ++row) {
      if (column == 1 && row == 1) continue;
      for (int i = 0; i < 4; ++i) {
        const int number = static_cast<int>(list.size());
        const double west = 60.0 + column * 395 + (i % 2) * 170;
        const double south = 130.0 + row * 325 + (i / 2) * 100;
        Polygon shape{rectangle(west, south, west + 120, south + 60), {}};
        if (number % 5 == 0)
          shape.holes.push_back({{west + 30, south + 20}, {west + 30, south + 40}, {west + 90, south + 40}, {west + 90, south + 20}});
        list.push_back(building(number, uses[static_cast<std::size_t>(number) % uses.size()].value, 8.0 + number * 7 % 40, shape));
        if (number < 6) list.back().enterprise = Id<Enterprise>(static_cast<std::size_t>(number));
        if (list.back().use == BuildingUse::data_centre) {
          list.back().name = "Park Data Centre";
          list.back().name_zh = "园区数据中心";
        }
      }
    }
  }
  Building gallery = building(99, BuildingUse::utility, 9.0, {rectangle(1230, 340, 1560, 348), {}});
  gallery.name = "Pipe gallery";
  gallery.name_zh = "综合管廊";
  list.push_back(gallery);
  return Table<Building>(std::move(list));
}

inline Terrain hand_made_terrain() {
  Terrain terrain;
  terrain.elevation_m = Grid<float>(frame_covering({{-700, -700}, {2300, 1700}}, 25.0));
  const GridFrame& frame = terrain.elevation_m.frame;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      const Point p = frame.centre(column, row);
      terrain.elevation_m.at(column, row) = static_cast<float>(40.0 * std::exp(-(std::pow(p.x - 200, 2) + std::pow(p.y - 900, 2)) / 2e5));
    }
  }
  return terrain;
}

inline Table<RadioSite> hand_made_sites() {
  RadioSite mast;
  mast.id = "S-1";
  mast.position = {500, 335};
  mast.height = Metres(35.0);
  RadioSite roof = mast;
  roof.id = "S-2";
  roof.position = {1300, 160};
  roof.height = Metres(6.0);
  roof.building = Id<Building>(32);
  roof.operational = false;
  return Table<RadioSite>({mast, roof});
}

inline Park hand_made_park(bool with_terrain = true) {
  Park park;
  Site site;
  site.name = "Hand-made Park";
  site.name_zh = "手绘产业园";
  site.crs = "EPSG:4549";
  site.data_date = "2026-06-30";
  site.boundary = area_of(rectangle(0, 0, 1600, 1000));
  park.site = Part<Site>(site);
  if (with_terrain) park.terrain = Part<Terrain>(hand_made_terrain());
  park.zones = Part<Table<Zone>>(hand_made_zones());
  park.roads = Part<Table<Road>>(Table<Road>({road("R-1", "Innovation Avenue", "创新大道", 40, {{{0, 335}, {1600, 335}}}),
                                              road("R-2", "Science Road", "科学路", 40, {{{800, 0}, {800, 1000}}})}));
  std::vector<Enterprise> enterprises(6);
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    enterprises[i].id = "E-" + std::to_string(i);
    enterprises[i].name = "Works " + std::to_string(i);
    enterprises[i].name_zh = "第" + std::to_string(i) + "工厂";
  }
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  park.buildings = Part<Table<Building>>(hand_made_buildings());
  std::vector<Tree> trees;
  for (int i = 0; i < 60; ++i) {
    Tree tree;
    tree.id = "T-" + std::to_string(i);
    tree.position = {20.0 + i * 26.0, 322.0};
    trees.push_back(tree);
  }
  park.trees = Part<Table<Tree>>(Table<Tree>(std::move(trees)));
  park.radio_sites = Part<Table<RadioSite>>(hand_made_sites());
  std::vector<RadioCell> cells;
  for (int i = 0; i < 6; ++i) {
    RadioCell cell;
    cell.id = "C-" + std::to_string(i);
    cell.site = Id<RadioSite>(static_cast<std::size_t>(i / 3));
    cell.azimuth = Degrees(i % 3 * 120.0);
    cells.push_back(cell);
  }
  park.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>(std::move(cells)));
  Generator solar;
  solar.id = "G-1";
  solar.building = Id<Building>(9);
  solar.rated_power = Kilowatts(600.0);
  park.generators = Part<Table<Generator>>(Table<Generator>({solar}));
  return park;
}

/// RSRP falls from −60 dBm at the mast by 1 dB every 18 m; SINR from 30 dB by 1 dB every 40 m; the north-east corner is out of reach.
inline Results hand_made_results(const Park& park, double resolution = 4.0) {
  Results results;
  const GridFrame frame = frame_covering({{-20, -20}, {1620, 1020}}, resolution);
  radio::Result& radio = results.radio;
  const float nothing = std::numeric_limits<float>::quiet_NaN();
  radio.rsrp_dbm = Grid<float>(frame, nothing);
  radio.sinr_db = Grid<float>(frame, nothing);
  radio.rsrq_db = Grid<float>(frame, nothing);
  radio.throughput_down_mbit_s = Grid<float>(frame, nothing);
  radio.best_server = Grid<std::uint16_t>(frame, radio::no_server);
  radio.line_of_sight = Grid<std::uint8_t>(frame);
  radio.place = Grid<std::uint8_t>(frame);
  radio.shadowing_deviation_db = Grid<float>(frame, 4.0F);
  const Point mast = park.radio_sites->records().front().position;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      const Point p = frame.centre(column, row);
      if (!contains(park.site->boundary, p)) continue;
      radio.place.at(column, row) = 1;
      if (p.x > 1400 && p.y > 900) continue;
      const double away = distance(p, mast);
      radio.rsrp_dbm.at(column, row) = static_cast<float>(-60.0 - away / 18.0);
      radio.sinr_db.at(column, row) = static_cast<float>(30.0 - away / 40.0);
      radio.rsrq_db.at(column, row) = static_cast<float>(-8.0 - away / 200.0);
      radio.throughput_down_mbit_s.at(column, row) = static_cast<float>(900.0 - away / 2.0);
      radio.best_server.at(column, row) = static_cast<std::uint16_t>((std::atan2(p.x - mast.x, p.y - mast.y) + 3.2) / 6.4 * 6);
    }
  }
  return results;
}

}  // namespace parktwin::viz::testing
