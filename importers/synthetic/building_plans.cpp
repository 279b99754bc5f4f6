#include "importers/synthetic/building_plans.h"

#include <algorithm>
#include <cmath>

#include "importers/synthetic/site_planner.h"

namespace parktwin::importers::synthetic {
namespace {

void plan_enterprise(SitePlanner& site) {
  switch (site.lot().quarter) {
    case Quarter::headquarters:
    case Quarter::centre:
      return plan_offices(site);
    case Quarter::research:
      return plan_research(site);
    case Quarter::logistics:
      return plan_warehouses(site);
    case Quarter::process:
      return plan_process(site);
    default:
      return plan_factory(site);
  }
}

void plan_lot(SitePlanner& site) {
  switch (site.lot().use) {
    case LotUse::enterprise:
      return plan_enterprise(site);
    case LotUse::public_centre:
      return plan_public_centre(site);
    case LotUse::data_centre:
      return plan_data_centre(site);
    case LotUse::apartments:
      return plan_apartments(site);
    case LotUse::heat_power:
      return plan_heat_power(site);
    case LotUse::substation:
      return plan_substation(site);
    case LotUse::waste_water:
      return plan_waste_water(site);
    case LotUse::pipe_gallery:
      return plan_pipe_gallery(site);
    case LotUse::reserve:
    case LotUse::square:
    case LotUse::car_park:
    case LotUse::green:
      return;
  }
}

}  // namespace

double setback_m(const Lot& lot) {
  if (lot.use == LotUse::pipe_gallery) return 4.5;
  const double smaller = std::min(lot.area.width(), lot.area.height());
  return centimetres(std::clamp(0.09 * smaller, 2.5, 12.0));
}

SitePlanner::SitePlanner(const Lot& lot, std::size_t index, Draws draws, std::vector<BuildingPlan>& out)
    : lot_(lot), index_(index), frame_(lot.area.shrunk(setback_m(lot)), lot.front), draws_(draws), out_(out) {}

BuildingPlan& SitePlanner::add(const BuildingKind& kind, Polygon footprint, double height) {
  const int floors = std::max(1, static_cast<int>(std::floor(height / kind.storey_m + 0.15)));
  out_.push_back({std::move(footprint), kind.use, kind.material, rounded(height, 0.1), floors, index_, false, kind.label, kind.label_zh});
  return out_.back();
}

std::vector<BuildingPlan> plan_buildings(const std::vector<Lot>& lots, std::uint64_t seed) {
  std::vector<BuildingPlan> plans;
  for (std::size_t i = 0; i < lots.size(); ++i) {
    SitePlanner site(lots[i], i, Draws(seed, Topic::buildings, i), plans);
    plan_lot(site);
  }
  return plans;
}

}  // namespace parktwin::importers::synthetic
