#include "viz/report/page_tables.h"
#include "viz/scene/place_name.h"

namespace parktwin::viz::report {
namespace {

using storage::SavedRun;

/// Null where there is no ground to have a share of.
Json served(const radio::answers::CoverageShares& shares) { return shares.area_m2 > 0.0 ? rounded(shares.served_share, 5) : Json(nullptr); }

Json zone_table(const SavedRun& run) {
  TableJson table("zone_coverage", {"5G coverage by zone", "各区域 5G 覆盖"},
                  {"Share of each zone's ground that 5G serves, outdoors and under roofs.", "各区域地面中 5G 覆盖的比例，分室外与室内。"},
                  {{"id", CellKind::text, {"Id", "编号"}},
                   {"name", CellKind::text, {"Zone", "区域"}},
                   {"kind", CellKind::word, {"Kind", "类型"}},
                   {"public", CellKind::flag, {"Public", "公共"}},
                   {"area_m2", CellKind::number, {"Open ground", "室外面积"}, "m²"},
                   {"outdoors", CellKind::share, {"Served outdoors", "室外覆盖率"}, "%"},
                   {"indoors", CellKind::share, {"Served indoors", "室内覆盖率"}, "%"},
                   {"wired", CellKind::flag, {"Wired access", "有线接入"}}});
  for (const auto& row : run.results.radio.zone_coverage) {
    const Zone& zone = record_or_blank(*run.park.zones, row.zone);
    Json wired = nullptr;
    for (const auto& access : run.results.wired.topology.zones) {
      if (access.zone == row.zone) wired = access.served;
    }
    table.add({zone.id, name_cell(zone.name, zone.name_zh), word(zone.kind), zone.is_public, rounded(row.outdoors.area_m2, 0),
               served(row.outdoors), served(row.indoors), std::move(wired)});
  }
  return table.take();
}

Json unserved_table(const SavedRun& run) {
  TableJson table(
      "unserved_places", {"Places without 5G service", "5G 未覆盖的地点"},
      {"Connected pieces of ground that are not served, largest first, and why.", "未覆盖的连片地面，按面积从大到小，并说明原因。"},
      {{"name", CellKind::text, {"Place", "地点"}},
       {"area_m2", CellKind::number, {"Area", "面积"}, "m²"},
       {"indoor", CellKind::flag, {"Indoors", "室内"}},
       {"reason", CellKind::word, {"Reason", "原因"}},
       {"missing_db", CellKind::number, {"Missing", "缺少"}, "dB"},
       {"rsrp_dbm", CellKind::number, {"SS-RSRP", "SS-RSRP"}, "dBm"},
       {"sinr_db", CellKind::number, {"SS-SINR", "SS-SINR"}, "dB"},
       {"server", CellKind::text, {"Best cell", "最佳小区"}},
       {"nearest_site", CellKind::text, {"Nearest site", "最近基站"}},
       {"nearest_site_m", CellKind::number, {"Distance", "距离"}, "m"},
       {"x_m", CellKind::number, {"East", "东向"}, "m"},
       {"y_m", CellKind::number, {"North", "北向"}, "m"}});
  for (const auto& place : run.results.radio.unserved_places) {
    table.add({name_cell(place.name, chinese_name(place, run.park)), rounded(place.area_m2, 0), place.indoor, word(place.reason),
               rounded(place.missing_db, 1), rounded(place.rsrp_dbm, 1), rounded(place.sinr_db, 1),
               id_cell(*run.park.radio_cells, place.server), id_cell(*run.park.radio_sites, place.nearest_site),
               rounded(place.nearest_site_m, 0), rounded(place.position.x, 0), rounded(place.position.y, 0)});
  }
  return table.take();
}

Json shift_table(const SavedRun& run) {
  TableJson table("threshold_shifts", {"Coverage with other thresholds", "门槛变化时的覆盖率"},
                  {"What is served when the least level and the least SINR that count are moved.", "最低电平与最低 SINR 移动后的覆盖率。"},
                  {{"rsrp_shift_db", CellKind::number, {"RSRP threshold moved by", "RSRP 门槛移动"}, "dB"},
                   {"sinr_shift_db", CellKind::number, {"SINR threshold moved by", "SINR 门槛移动"}, "dB"},
                   {"outdoor", CellKind::share, {"Outdoors", "室外"}, "%"},
                   {"indoor", CellKind::share, {"Indoors", "室内"}, "%"},
                   {"public", CellKind::share, {"Public areas", "公共区域"}, "%"}});
  for (const auto& row : run.results.radio.threshold_shifts) {
    table.add({row.rsrp_shift_db, row.sinr_shift_db, rounded(row.outdoor_served_share, 5), rounded(row.indoor_served_share, 5),
               rounded(row.public_served_share, 5)});
  }
  return table.take();
}

Json cell_table(const SavedRun& run) {
  TableJson table("radio_cells", {"Radio sites and cells", "基站与小区"},
                  {"Each radio cell with its site, its footprint and what it carries.", "每个小区及其基站、覆盖范围与承载。"},
                  {{"cell", CellKind::text, {"Cell", "小区"}},
                   {"site", CellKind::text, {"Site", "基站"}},
                   {"name", CellKind::text, {"Name", "名称"}},
                   {"access", CellKind::word, {"Access", "制式"}},
                   {"height_m", CellKind::number, {"Height", "挂高"}, "m"},
                   {"azimuth_deg", CellKind::number, {"Azimuth", "方位角"}, "°"},
                   {"on_air", CellKind::flag, {"On air", "在网"}},
                   {"served_area_m2", CellKind::number, {"Served ground", "主服务面积"}, "m²"},
                   {"mean_rsrp_dbm", CellKind::number, {"Mean RSRP", "平均 RSRP"}, "dBm"},
                   {"capacity_mbit_s", CellKind::number, {"Capacity down", "下行容量"}, "Mbit/s"},
                   {"carried_mbit_s", CellKind::number, {"Carried down", "下行承载"}, "Mbit/s"},
                   {"saturated", CellKind::flag, {"Saturated", "饱和"}}});
  for (const auto& figures : run.results.radio.cells) {
    const RadioCell& cell = record_or_blank(*run.park.radio_cells, figures.cell);
    const RadioSite& site = record_or_blank(*run.park.radio_sites, cell.site);
    const bool serves = figures.served_area_m2 > 0.0;
    table.add({cell.id, site.id, name_cell(site.name, site.name_zh), word(cell.access), rounded(site.height.value(), 1),
               rounded(cell.azimuth.value(), 0), figures.on_air, rounded(figures.served_area_m2, 0),
               serves ? rounded(figures.mean_rsrp_dbm, 1) : Json(nullptr), rounded(figures.capacity_down_mbit_s, 1),
               rounded(figures.carried_down_mbit_s, 1), figures.saturated});
  }
  return table.take();
}

}  // namespace

std::vector<Json> radio_tables(const SavedRun& run) { return {zone_table(run), unserved_table(run), shift_table(run), cell_table(run)}; }

}  // namespace parktwin::viz::report
