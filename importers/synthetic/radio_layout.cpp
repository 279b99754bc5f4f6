#include "importers/synthetic/radio_layout.h"

#include <algorithm>
#include <cmath>

#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

/// Distance kept between macro sites, m.
double site_spacing_m(Quarter quarter) {
  switch (quarter) {
    case Quarter::centre:
    case Quarter::lake:
    case Quarter::headquarters:
      return 270.0;
    case Quarter::research:
    case Quarter::apartments:
      return 300.0;
    case Quarter::electronics:
      return 330.0;
    case Quarter::machinery:
    case Quarter::light_industry:
    case Quarter::utility:
      return 375.0;
    case Quarter::logistics:
      return 520.0;
    case Quarter::process:
      return 760.0;
  }
  return 375.0;
}

struct Candidate {
  SitePlan plan;
  double spacing = 0.0;
  double preference = 0.0;
};

void add_roofs(const Draft& draft, std::vector<Candidate>& candidates) {
  for (std::size_t b = 0; b < draft.building_plans.size(); ++b) {
    const BuildingPlan& building = draft.building_plans[b];
    const Quarter quarter = draft.lots()[building.lot].quarter;
    const bool fit =
        building.use == BuildingUse::office || building.use == BuildingUse::research || building.use == BuildingUse::residential;
    if (!fit || building.height < 20.0 || building.height > 56.0) continue;
    Draws draws(draft.options.seed, Topic::radio, b);
    Point at = draft.plan_centre(b);
    if (!contains(building.footprint, at)) {  // courts and wings: stand on the front wing instead
      const Ring& ring = building.footprint.outer;
      const Point middle{0.5 * (ring[0].x + ring[1].x), 0.5 * (ring[0].y + ring[1].y)};
      const double reach = distance(middle, at);
      at = {middle.x + (at.x - middle.x) * 6.0 / reach, middle.y + (at.y - middle.y) * 6.0 / reach};
    }
    candidates.push_back({{at, SiteKind::macro_roof, quarter, b, 3.0}, site_spacing_m(quarter), draws.unit()});
  }
}

void add_masts(const Draft& draft, std::vector<Candidate>& candidates) {
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    const Superblock& block = draft.blocks[i];
    const Point corners[] = {
        {block.area.x0, block.area.y0}, {block.area.x1, block.area.y0}, {block.area.x1, block.area.y1}, {block.area.x0, block.area.y1}};
    Draws draws(draft.options.seed, Topic::radio, 1000000 + i);
    const double height = rounded(draws.between(25.0, 35.0), 1.0);
    for (const Point corner : corners) {
      const double in_verge = 4.0;  // masts stand in the arterial's verge
      const Point middle = block.area.centre();
      const Point at{corner.x + (corner.x < middle.x ? -in_verge : in_verge), corner.y + (corner.y < middle.y ? -in_verge : in_verge)};
      if (draft.grid.canal_line && corner.x == block.area.x1 && *draft.grid.canal_line == block.column + 1) continue;
      candidates.push_back({{at, SiteKind::macro_mast, block.quarter, 0, height}, site_spacing_m(block.quarter), 1.0 + draws.unit()});
    }
  }
}

void add_wide_area(const Draft& draft, std::vector<SitePlan>& sites) {
  const auto wanted = static_cast<std::size_t>(std::clamp(std::round(draft.options.area_km2 / 3.0), 1.0, 40.0));
  std::vector<SitePlan> masts;
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    const Rect& area = draft.blocks[i].area;
    masts.push_back({{area.x0 - 14.0, area.y1 + 14.0}, SiteKind::wide_area, draft.blocks[i].quarter, 0, 40.0});
  }
  std::vector<SitePlan> chosen;
  while (chosen.size() < wanted && chosen.size() < masts.size()) {  // farthest from those chosen
    std::size_t best = 0;
    double farthest = -1.0;
    for (std::size_t i = 0; i < masts.size(); ++i) {
      double nearest = distance(masts[i].at, draft.blocks.front().area.centre()) + 1.0;
      if (!chosen.empty()) nearest = 1e300;
      for (const auto& other : chosen) nearest = std::min(nearest, distance(masts[i].at, other.at));
      if (nearest > farthest) {
        farthest = nearest;
        best = i;
      }
    }
    chosen.push_back(masts[best]);
  }
  sites.insert(sites.end(), chosen.begin(), chosen.end());
}

void add_lamp_posts(const Draft& draft, std::vector<SitePlan>& sites) {
  for (const auto& lot : draft.lots()) {
    if (lot.use != LotUse::square) continue;
    const Rect ring = lot.area.shrunk(14.0);
    for (const Point at : {Point{ring.x0, ring.y0}, Point{ring.x1, ring.y1}, Point{ring.x1, ring.y0}, Point{ring.x0, ring.y1}}) {
      sites.push_back({at, SiteKind::lamp_post, Quarter::centre, 0, 10.0});
    }
  }
}

std::vector<Antenna> antenna_types() {
  Antenna panel_35;
  panel_35.id = "A-PANEL-35";
  Antenna panel_26 = panel_35;
  panel_26.id = "A-PANEL-26";
  panel_26.rows = 6;
  Antenna wide = panel_35;
  wide.id = "A-WIDE-07";
  wide.rows = 4;
  wide.vertical_beamwidth = Degrees(70.0);
  Antenna lamp = panel_35;
  lamp.id = "A-LAMP-35";
  lamp.rows = 2;
  lamp.element_gain = Decibel(6.0);
  lamp.horizontal_beamwidth = Degrees(90.0);
  return {panel_35, panel_26, wide, lamp};
}

double usual_load(Quarter quarter) {
  switch (quarter) {
    case Quarter::centre:
    case Quarter::headquarters:
    case Quarter::lake:
      return 0.62;
    case Quarter::research:
    case Quarter::apartments:
      return 0.55;
    case Quarter::electronics:
      return 0.48;
    case Quarter::process:
    case Quarter::logistics:
      return 0.26;
    default:
      return 0.38;
  }
}

RadioCell cell_of(const SitePlan& plan, std::size_t site, int sector, double first_azimuth, Draws& draws) {
  RadioCell cell;
  cell.id = numbered("S", site + 1) + "-" + std::to_string(sector + 1);
  cell.site = Id<RadioSite>(site);
  cell.electrical_downtilt = Degrees(plan.kind == SiteKind::wide_area ? 3.0 : plan.kind == SiteKind::lamp_post ? 8.0 : draws.whole(5, 8));
  cell.mechanical_downtilt = Degrees(plan.kind == SiteKind::macro_roof ? draws.whole(2, 4) : 0.0);
  cell.azimuth = Degrees(std::fmod(first_azimuth + 120.0 * sector, 360.0));
  cell.load = rounded(std::clamp(usual_load(plan.quarter) + draws.between(-0.16, 0.16), 0.1, 0.85), 0.01);
  if (plan.kind == SiteKind::wide_area) {
    cell.frequency = megahertz(758.0);
    cell.bandwidth = megahertz(30.0);
    cell.subcarrier_spacing = Hertz(15e3);
    cell.transmit_power = Dbm(49.0);
    cell.antenna = Id<Antenna>(2);
  } else if (plan.kind == SiteKind::lamp_post) {
    cell.transmit_power = Dbm(40.0);
    cell.antenna = Id<Antenna>(3);
  } else {
    cell.antenna = Id<Antenna>(0);
  }
  return cell;
}

}  // namespace

std::vector<SitePlan> plan_sites(const Draft& draft) {
  std::vector<Candidate> candidates;
  add_roofs(draft, candidates);
  add_masts(draft, candidates);
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.spacing != b.spacing ? a.spacing < b.spacing : a.preference < b.preference;
  });
  std::vector<SitePlan> sites;
  for (const auto& candidate : candidates) {
    const bool free = std::all_of(sites.begin(), sites.end(),
                                  [&](const SitePlan& other) { return distance(other.at, candidate.plan.at) >= candidate.spacing; });
    if (free) sites.push_back(candidate.plan);
  }
  add_wide_area(draft, sites);
  add_lamp_posts(draft, sites);
  std::stable_sort(sites.begin(), sites.end(), [](const SitePlan& a, const SitePlan& b) {  // numbered from west to east in bands
    const double band_a = std::floor(a.at.x / 400.0);
    const double band_b = std::floor(b.at.x / 400.0);
    return band_a != band_b ? band_a < band_b : a.at.y < b.at.y;
  });
  return sites;
}

RadioTables build_radio(const Draft& draft, const std::vector<SitePlan>& plans) {
  RadioTables tables;
  tables.antennas = antenna_types();
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const SitePlan& plan = plans[i];
    Draws draws(draft.options.seed, Topic::radio, 2000000 + i);
    RadioSite site;
    site.id = numbered("S", i + 1);
    static constexpr const char* kinds[] = {"Roof site", "Mast", "Wide-area mast", "Lamp post"};
    static constexpr const char* kinds_zh[] = {"楼顶站", "塔站", "广覆盖塔站", "灯杆站"};
    site.name = std::string(kinds[static_cast<int>(plan.kind)]) + " " + std::to_string(i + 1);
    site.name_zh = kinds_zh[static_cast<int>(plan.kind)] + std::to_string(i + 1);
    site.height = Metres(plan.height);
    if (plan.kind == SiteKind::macro_roof) site.building = Id<Building>(plan.building);
    site.position = draft.frame(plan.at);
    tables.sites.push_back(site);
    const double first_azimuth = draft.frame.azimuth(draws.whole(0, 7) * 15.0);
    const bool band_26 = plan.kind == SiteKind::macro_mast ? draws.chance(0.6) : plan.kind == SiteKind::macro_roof && draws.chance(0.25);
    for (int sector = 0; sector < 3; ++sector) {
      RadioCell cell = cell_of(plan, i, sector, first_azimuth, draws);
      if (band_26) {
        cell.frequency = megahertz(2565.0);
        cell.antenna = Id<Antenna>(1);
      }
      cell.azimuth = Degrees(centimetres(cell.azimuth.value()));
      tables.cells.push_back(cell);
    }
  }
  return tables;
}

}  // namespace parktwin::importers::synthetic
