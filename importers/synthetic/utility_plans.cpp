// Plans of the utility island and the pipe gallery.
#include <algorithm>
#include <cmath>

#include "importers/synthetic/site_planner.h"

namespace parktwin::importers::synthetic {

void plan_heat_power(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  static constexpr BuildingKind turbines{BuildingUse::utility, WallMaterial::metal, 12.0, "Turbine Hall", "汽机房"};
  static constexpr BuildingKind boilers{BuildingUse::utility, WallMaterial::metal, 14.0, "Boiler House", "锅炉房"};
  static constexpr BuildingKind cooling{BuildingUse::utility, WallMaterial::concrete, 40.0, "Cooling Tower", "冷却塔"};
  static constexpr BuildingKind stack{BuildingUse::utility, WallMaterial::concrete, 80.0, "Stack", "烟囱"};
  site.add(turbines, box(site.frame(), {0.0, 0.0, 0.7 * w, 0.16 * d}), 24.0);
  site.add(boilers, box(site.frame(), {0.0, 0.16 * d + 8.0, 0.55 * w, 0.34 * d}), 42.0);
  site.add(stack, round_plan(site.frame(), 0.78 * w, 0.26 * d, 3.5), 80.0);
  const double radius = std::min({22.0, 0.2 * w, 0.1 * d});
  site.add(cooling, round_plan(site.frame(), 0.25 * w, 0.55 * d, radius), 38.0);
  site.add(cooling, round_plan(site.frame(), 0.75 * w, 0.55 * d, radius), 38.0);
  site.add(kinds::workshop, box(site.frame(), {0.0, 0.75 * d, 0.8 * w, 0.9 * d}), 12.0);
}

void plan_substation(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  static constexpr BuildingKind switchgear{BuildingUse::utility, WallMaterial::concrete, 6.0, "110 kV Substation", "110千伏变电站"};
  site.add(switchgear, box(site.frame(), {0.05 * w, 0.1 * d, std::min(0.6 * w, 0.05 * w + 70.0), std::min(0.6 * d, 0.1 * d + 30.0)}), 12.0);
  if (w > 120.0) {
    static constexpr BuildingKind battery{BuildingUse::utility, WallMaterial::metal, 5.0, "Battery Hall", "储能站"};
    site.add(battery, box(site.frame(), {0.7 * w, 0.1 * d, 0.95 * w, std::min(0.7 * d, 0.1 * d + 36.0)}), 6.0);
  }
}

void plan_waste_water(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  static constexpr BuildingKind plant{BuildingUse::utility, WallMaterial::brick, 5.0, "Waste Water Works", "污水处理厂房"};
  static constexpr BuildingKind basin{BuildingUse::tank, WallMaterial::concrete, 20.0, "Settling Tank", "沉淀池"};
  site.add(plant, box(site.frame(), {0.0, 0.0, 0.5 * w, std::min(24.0, 0.3 * d)}), 9.0);
  const double radius = std::min({18.0, 0.17 * w, 0.2 * d});
  for (int i = 0; i < 4; ++i) {
    const double a = radius + (i % 2) * (2.0 * radius + 12.0);
    const int row = i / 2;
    const double b = std::min(24.0, 0.3 * d) + 10.0 + radius + row * (2.0 * radius + 8.0);
    if (a + radius <= w && b + radius <= d) site.add(basin, round_plan(site.frame(), a, b, radius), 8.0).floors = 1;
  }
}

void plan_pipe_gallery(SitePlanner& site) {
  constexpr double section_m = 400.0;
  const double w = site.width();
  const int count = std::max(1, static_cast<int>(std::round(w / section_m)));
  const double step = w / count;
  for (int i = 0; i < count; ++i) {
    site.add(kinds::gallery, box(site.frame(), {i * step, 0.0, (i + 1) * step - (i + 1 == count ? 0.0 : 2.0), site.depth()}), 8.0).floors =
        1;
  }
}

}  // namespace parktwin::importers::synthetic
