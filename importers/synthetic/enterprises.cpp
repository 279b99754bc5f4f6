// Enterprises: who sits on which lot, and their figures in proportion to floor area and sector.
#include <algorithm>
#include <cmath>
#include <map>

#include "engine/core/check.h"
#include "importers/synthetic/draft.h"
#include "importers/synthetic/names.h"
#include "importers/synthetic/sector_figures.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double cloud_share = 0.83;
constexpr double park_network_share = 0.78;
constexpr double park_platform_share = 0.56;
constexpr double identifier_share = 0.3;

/// Marks the share of enterprises with the highest propensity.
template <class Propensity, class Mark>
void mark_top(std::vector<Enterprise>& enterprises, double share, Propensity propensity, Mark mark) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < enterprises.size(); ++i) order.emplace_back(-propensity(i), i);
  std::sort(order.begin(), order.end());
  const auto count = static_cast<std::size_t>(std::round(share * static_cast<double>(enterprises.size())));
  for (std::size_t k = 0; k < count; ++k) mark(enterprises[order[k].second]);
}

double digital_leaning(Sector sector) {
  switch (sector) {
    case Sector::software:
    case Sector::electronics:
      return 0.5;
    case Sector::research:
    case Sector::automotive:
    case Sector::energy:
      return 0.3;
    case Sector::machinery:
    case Sector::pharmaceuticals:
    case Sector::logistics:
    case Sector::other:
      return 0.15;
    default:
      return 0.0;
  }
}

void give_connectivity_needs(Enterprise& enterprise, Draws& draws) {
  const int staff = enterprise.employees;
  const double down = staff > 1100 ? 2000.0 : staff > 480 ? 1000.0 : staff > 120 ? 500.0 : staff > 40 ? 300.0 : 100.0;
  enterprise.required_down = MegabitsPerSecond(down);
  enterprise.required_up = MegabitsPerSecond(down >= 1000.0 ? 0.5 * down : rounded(0.3 * down, 10.0));
  enterprise.required_availability = staff > 350 || enterprise.sector == Sector::chemicals ? 0.999 : draws.chance(0.6) ? 0.998 : 0.995;
}

void give_figures(Enterprise& enterprise, double floor_area_m2, Draws& draws) {
  const SectorFigures figures = sector_figures(enterprise.sector);
  enterprise.floor_area = SquareMetres(rounded(floor_area_m2, 1.0));
  enterprise.employees = std::max(6, static_cast<int>(floor_area_m2 / figures.m2_per_employee * draws.between(0.6, 1.3)));
  enterprise.yearly_output = Yuan(rounded(floor_area_m2 * figures.output_cny_per_m2 * draws.between(0.6, 1.5), 1e5));
  enterprise.yearly_electricity =
      MegawattHours(rounded(floor_area_m2 * figures.electricity_kwh_per_m2 * draws.between(0.75, 1.3) / 1000.0, 1.0));
  enterprise.yearly_heat = MegawattHours(rounded(floor_area_m2 * figures.heat_kwh_per_m2 * draws.between(0.75, 1.3) / 1000.0, 1.0));
  enterprise.yearly_gas = MegawattHours(rounded(floor_area_m2 * figures.gas_kwh_per_m2 * draws.between(0.75, 1.3) / 1000.0, 1.0));
  give_connectivity_needs(enterprise, draws);
}

void give_digital_state(Draft& draft) {
  auto& enterprises = draft.enterprises;
  const auto propensity = [&](std::size_t stream) {
    return [&draft, &enterprises, stream](std::size_t i) {
      return Draws(draft.options.seed, Topic::enterprises, stream * 10000 + i).unit() + digital_leaning(enterprises[i].sector);
    };
  };
  mark_top(enterprises, cloud_share, propensity(1), [&](Enterprise& enterprise) {
    Draws draws(draft.options.seed, Topic::enterprises, 60000 + static_cast<std::size_t>(&enterprise - enterprises.data()));
    enterprise.cloud_level = static_cast<CloudLevel>(draws.whole(1, 4));
    const double kind = draws.unit();
    enterprise.cloud_kind = kind < 0.62 ? CloudKind::public_cloud : kind < 0.8 ? CloudKind::hybrid : CloudKind::private_cloud;
    enterprise.cloud_since_year = draws.whole(2015, 2025);
  });
  mark_top(enterprises, park_network_share, propensity(2), [](Enterprise& enterprise) { enterprise.uses_park_network = true; });
  mark_top(enterprises, park_platform_share, propensity(3), [](Enterprise& enterprise) { enterprise.uses_park_platform = true; });
  mark_top(enterprises, identifier_share, propensity(4), [](Enterprise& enterprise) { enterprise.uses_identifiers = true; });
}

/// "Kesong Hall", and "Kesong Hall 2" where there are several of that name.
void name_buildings(Draft& draft, const std::vector<Name>& brands) {
  const auto brand_of = [&](const Building& building) {
    return building.enterprise.valid() ? brands[building.enterprise.index()] : Name{};
  };
  const auto plain_name = [&](std::size_t b) {
    const std::string brand = brand_of(draft.buildings[b]).english;
    return brand.empty() ? draft.building_plans[b].label : brand + " " + draft.building_plans[b].label;
  };
  std::map<std::string, int> bearers;
  for (std::size_t b = 0; b < draft.buildings.size(); ++b) ++bearers[plain_name(b)];
  std::map<std::string, int> numbered_so_far;
  for (std::size_t b = 0; b < draft.buildings.size(); ++b) {
    Building& building = draft.buildings[b];
    const std::string plain = plain_name(b);
    const bool alone = bearers[plain] == 1;
    const std::string number = alone ? "" : std::to_string(++numbered_so_far[plain]);
    building.name = alone ? plain : plain + " " + number;
    building.name_zh = brand_of(building).chinese + (alone ? "" : number + "号") + draft.building_plans[b].label_zh;
  }
}

void give_buildings(Draft& draft, const std::vector<std::size_t>& owner_of_lot) {
  const std::size_t none = draft.enterprises.size();
  for (std::size_t b = 0; b < draft.buildings.size(); ++b) {
    const std::size_t owner = owner_of_lot[draft.building_plans[b].lot];
    if (owner == none) continue;
    draft.buildings[b].enterprise = Id<Enterprise>(owner);
  }
  std::vector<std::size_t> main_building(draft.lots().size(), draft.buildings.size());
  for (std::size_t b = draft.buildings.size(); b-- > 0;) main_building[draft.building_plans[b].lot] = b;
  for (const std::size_t lot : draft.lot_of_enterprise) draft.building_of_enterprise.push_back(main_building[lot]);
}

}  // namespace

void settle_enterprises(Draft& draft) {
  std::vector<std::size_t> lots;
  for (std::size_t i = 0; i < draft.lots().size(); ++i) {
    if (draft.lots()[i].use == LotUse::enterprise) lots.push_back(i);
  }
  PARKTWIN_CHECK(!lots.empty(), "a park without lots for enterprises");
  const auto count = static_cast<std::size_t>(draft.options.enterprises);
  std::vector<double> floor_area(draft.lots().size(), 0.0);
  for (const auto& plan : draft.building_plans) floor_area[plan.lot] += area(plan.footprint) * plan.floors;
  std::vector<double> tenants(draft.lots().size(), 0.0);
  for (std::size_t i = 0; i < count; ++i) tenants[lots[i % lots.size()]] += 1.0;
  std::vector<std::size_t> owner_of_lot(draft.lots().size(), count);
  std::vector<Name> brands;
  EnterpriseNames names(draft.options.seed);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t lot = lots[i % lots.size()];
    Draws draws(draft.options.seed, Topic::enterprises, i);
    Enterprise enterprise;
    enterprise.id = numbered("E", i + 1);
    enterprise.sector = draw_sector(draft.lots()[lot].quarter, draws);
    const Name name = names.next(enterprise.sector);
    enterprise.name = name.english;
    enterprise.name_zh = name.chinese;
    brands.push_back(names.brand());
    give_figures(enterprise, floor_area[lot] / tenants[lot], draws);
    if (i < lots.size()) {
      owner_of_lot[lot] = i;
      draft.parcels[draft.parcel_of_lot[lot]].enterprise = Id<Enterprise>(i);
    }
    draft.lot_of_enterprise.push_back(lot);
    draft.enterprises.push_back(std::move(enterprise));
  }
  give_buildings(draft, owner_of_lot);
  name_buildings(draft, brands);
  give_digital_state(draft);
}

}  // namespace parktwin::importers::synthetic
