#include "importers/synthetic/draft.h"

#include <algorithm>

#include "importers/synthetic/building_plans.h"
#include "importers/synthetic/names.h"
#include "importers/synthetic/quarters.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr Point low_corner{100.0, 100.0};

double turn_angle_deg(const SyntheticOptions& options) {
  Draws draws(options.seed, Topic::outline, 1);
  const double angle = rounded(draws.between(4.0, 9.0), 0.1);
  return draws.chance(0.5) ? angle : -angle;
}

const char* land_use(LotUse use, Quarter quarter) {
  switch (use) {
    case LotUse::enterprise:
      break;
    case LotUse::reserve:
      return "reserve";
    case LotUse::public_centre:
      return "public_service";
    case LotUse::data_centre:
      return "data_centre";
    case LotUse::apartments:
      return "residential";
    case LotUse::substation:
    case LotUse::heat_power:
    case LotUse::waste_water:
    case LotUse::pipe_gallery:
      return "utility";
    case LotUse::square:
    case LotUse::car_park:
    case LotUse::green:
      return "public";
  }
  switch (quarter) {
    case Quarter::headquarters:
    case Quarter::centre:
      return "office";
    case Quarter::research:
      return "research";
    case Quarter::logistics:
      return "logistics";
    case Quarter::process:
      return "process_industry";
    default:
      return "industry";
  }
}

bool is_zone(LotUse use) { return use == LotUse::square || use == LotUse::car_park || use == LotUse::green; }

void record_land(Draft& draft) {
  for (std::size_t i = 0; i < draft.streets.size(); ++i) {
    const Street& street = draft.streets[i];
    draft.roads.push_back(
        {numbered("R", i + 1), street.name, street.name_zh, street.road_class, Metres(street.width), draft.frame(street.path)});
  }
  for (std::size_t i = 0; i < draft.zone_plans.size(); ++i) {
    const ZonePlan& plan = draft.zone_plans[i];
    draft.zones.push_back({numbered("Z", i + 1), plan.name, plan.name_zh, plan.kind, plan.is_public, draft.frame(plan.shape)});
  }
  const auto& lots = draft.lots();
  for (const auto& lot : lots) {
    if (!is_zone(lot.use)) draft.parcel_of_lot.push_back(draft.parcels.size());
    if (is_zone(lot.use)) {
      draft.parcel_of_lot.push_back(lots.size());
      continue;
    }
    draft.parcels.push_back(
        {numbered("P", draft.parcels.size() + 1), land_use(lot.use, lot.quarter), {}, {{draft.frame(lot.area.polygon())}}});
  }
}

int year_built(const Lot& lot, Draws& draws) {
  switch (lot.quarter) {
    case Quarter::headquarters:
    case Quarter::research:
    case Quarter::apartments:
    case Quarter::centre:
      return draws.whole(2013, 2024);
    default:
      return draws.whole(2004, 2023);
  }
}

void record_buildings(Draft& draft) {
  for (std::size_t i = 0; i < draft.building_plans.size(); ++i) {
    const BuildingPlan& plan = draft.building_plans[i];
    Draws draws(draft.options.seed, Topic::buildings, 100000 + plan.lot);
    Building building;
    building.id = numbered("B", i + 1);
    building.use = plan.use;
    building.material = plan.material;
    building.height = Metres(plan.height);
    building.floors = plan.floors;
    building.is_public = plan.is_public;
    building.parcel = Id<Parcel>(draft.parcel_of_lot[plan.lot]);
    building.year_built = year_built(draft.lots()[plan.lot], draws);
    building.footprint = draft.frame(plan.footprint);
    draft.buildings.push_back(std::move(building));
  }
}

}  // namespace

std::string numbered(const char* prefix, std::size_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return std::string(prefix) + "-" + text;
}

std::size_t Draft::building_with(BuildingUse use) const {
  const auto found = std::find_if(buildings.begin(), buildings.end(), [use](const Building& building) { return building.use == use; });
  return found == buildings.end() ? 0 : static_cast<std::size_t>(found - buildings.begin());
}

Point Draft::plan_centre(std::size_t building) const { return centroid(building_plans[building].footprint); }

Draft draw_plan(const SyntheticOptions& options) {
  StreetGrid grid = lay_out_grid(options);
  std::vector<Superblock> blocks = superblocks(grid);
  assign_quarters(grid, blocks);
  Subdivision subdivision = subdivide(grid, blocks, options);
  std::vector<Street> streets = arterials(grid);
  for (auto& street : motorway_streets(grid)) streets.push_back(std::move(street));
  streets.insert(streets.end(), subdivision.locals.begin(), subdivision.locals.end());
  name_streets(streets, options.seed);
  Waters waters = draw_waters(grid, blocks, options.seed);
  std::vector<ZonePlan> zones = plan_zones(grid, blocks, subdivision.lots, streets, waters);
  std::vector<BuildingPlan> buildings = plan_buildings(subdivision.lots, options.seed);
  const PlanFrame frame(turn_angle_deg(options), grid.boundary, low_corner);
  Draft draft{options,
              std::move(grid),
              std::move(blocks),
              std::move(subdivision),
              std::move(streets),
              std::move(waters),
              std::move(zones),
              std::move(buildings),
              {},
              {},
              frame,
              {},
              {},
              {},
              {},
              {},
              {}};
  record_land(draft);
  record_buildings(draft);
  return draft;
}

}  // namespace parktwin::importers::synthetic
