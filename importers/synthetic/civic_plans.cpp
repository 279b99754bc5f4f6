// Plans of offices, laboratories, flats and public buildings.
#include <algorithm>
#include <cmath>

#include "importers/synthetic/site_planner.h"

namespace parktwin::importers::synthetic {
namespace {

/// A podium with a tower rising through it; both share the tower's outline exactly.
void add_tower_on_podium(SitePlanner& site, const Span& podium, double tower_w, double tower_d, double height) {
  const double a = centimetres(podium.a0 + 0.5 * (podium.width() - tower_w));
  const double b = centimetres(podium.b0 + 0.4 * (podium.depth() - tower_d));
  const Polygon tower = box(site.frame(), {a, b, a + tower_w, b + tower_d});
  Polygon base = box(site.frame(), podium);
  base.holes.push_back({tower.outer.rbegin(), tower.outer.rend()});
  site.add(kinds::podium, base, 4.8 * site.draws().whole(2, 4));
  site.add(kinds::tower, tower, height);
}

void add_slab(SitePlanner& site, const Span& span) {
  const int floors = site.draws().whole(6, 14);
  site.add(kinds::office, box(site.frame(), span), 4.0 * floors);
}

}  // namespace

void plan_offices(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  const double choice = site.draws().unit();
  if (w < 50.0 || d < 50.0) {
    site.add(kinds::office, box(site.frame(), {0.05 * w, 0.05 * d, 0.95 * w, 0.75 * d}), 4.0 * site.draws().whole(6, 11));
    return;
  }
  const double deep = std::min(d, 110.0);
  if (choice < 0.42) {
    const Span podium{std::max(0.0, 0.5 * w - 42.0), 6.0, std::min(w, 0.5 * w + 42.0), std::min(deep, 66.0)};
    add_tower_on_podium(site, podium, std::min(36.0, 0.6 * podium.width()), std::min(32.0, 0.6 * podium.depth()),
                        4.0 * site.draws().whole(11, 20));
    if (d > 150.0) add_slab(site, {0.12 * w, d - 20.0, 0.88 * w, d});
  } else if (choice < 0.72) {
    const Span span{0.06 * w, 4.0, std::min(0.94 * w, 0.06 * w + 84.0), std::min(deep, 70.0)};
    site.add(kinds::office, l_plan(site.frame(), span, span.width() - 20.0, span.depth() - 20.0, site.draws().chance(0.5)),
             4.0 * site.draws().whole(6, 12));
    if (d > 150.0) add_slab(site, {0.1 * w, d - 22.0, std::min(0.9 * w, 0.1 * w + 70.0), d});
  } else if (choice < 0.86) {
    const Span span{0.08 * w, 4.0, std::min(0.92 * w, 0.08 * w + 78.0), std::min(deep, 74.0)};
    site.add(kinds::office, court_plan(site.frame(), span, std::min(17.0, 0.3 * std::min(span.width(), span.depth()))),
             4.0 * site.draws().whole(6, 9));
    if (d > 160.0) add_slab(site, {0.2 * w, d - 20.0, std::min(0.9 * w, 0.2 * w + 60.0), d});
  } else {  // twin slabs
    add_slab(site, {0.05 * w, 4.0, std::min(0.95 * w, 0.05 * w + 80.0), 24.0});
    add_slab(site, {0.05 * w, std::min(d - 20.0, 58.0), std::min(0.95 * w, 0.05 * w + 80.0), std::min(d, 78.0)});
  }
}

void plan_research(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  const auto height = [&] { return 4.5 * site.draws().whole(5, 9); };
  if (w < 50.0 || d < 50.0) {
    site.add(kinds::laboratory, box(site.frame(), {0.05 * w, 0.05 * d, 0.95 * w, 0.75 * d}), height());
    return;
  }
  const double choice = site.draws().unit();
  const Span span{0.04 * w, 3.0, std::min(0.96 * w, 0.04 * w + 110.0), std::min(d, 78.0)};
  const double wing = std::min(18.0, 0.3 * std::min(span.width(), span.depth()));
  if (choice < 0.3) {
    site.add(kinds::laboratory, u_plan(site.frame(), span, wing), height());
  } else if (choice < 0.55) {
    site.add(kinds::laboratory, court_plan(site.frame(), span, wing), height());
  } else if (choice < 0.8) {
    site.add(kinds::laboratory, comb_plan(site.frame(), span, span.width() > 85.0 ? 3 : 2, wing), height());
  } else {
    site.add(kinds::laboratory, l_plan(site.frame(), span, span.width() - wing, span.depth() - wing, site.draws().chance(0.5)), height());
  }
  const double left = d - span.b1;
  if (left > 75.0) {  // pilot hall behind
    site.add(kinds::workshop,
             box(site.frame(), {0.08 * w, span.b1 + 16.0, std::min(0.92 * w, 0.08 * w + 85.0), std::min(d, span.b1 + 16.0 + 48.0)}),
             site.draws().between(9.0, 14.0));
  }
}

void plan_apartments(SitePlanner& site) {
  const LotFrame north_up(site.lot().area.shrunk(setback_m(site.lot())), Side::south);  // slabs look south whatever the street
  const double w = north_up.width();
  const double d = north_up.depth();
  const double slab_d = std::min(15.0, d);
  const double pitch = 66.0;
  const int rows = std::max(1, static_cast<int>((d - slab_d) / pitch) + 1);
  const int columns = w > 178.0 ? 2 : 1;
  const double gap = 18.0;
  const double slab_w = std::min(72.0, (w - (columns - 1) * gap) / columns);
  for (int r = 0; r < rows; ++r) {
    const double storeys = site.draws().whole(11, 26);
    for (int c = 0; c < columns; ++c) {
      const double a = columns == 1 ? 0.5 * (w - slab_w) : (c == 0 ? 0.0 : w - slab_w);
      const double b = rows == 1 ? 0.0 : r * (d - slab_d) / (rows - 1);
      site.add(kinds::flats, box(north_up, {a, b, a + slab_w, b + slab_d}), 3.0 * storeys);
    }
  }
}

void plan_public_centre(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  static constexpr BuildingKind service{BuildingUse::public_service, WallMaterial::coated_glass, 4.5, "Park Service Centre",
                                        "园区服务中心"};
  static constexpr BuildingKind hall{BuildingUse::public_service, WallMaterial::standard_glass, 9.0, "Exhibition and Conference Hall",
                                     "会展中心"};
  static constexpr BuildingKind garage{BuildingUse::parking, WallMaterial::concrete, 3.2, "Parking Garage", "停车楼"};
  const Span front{0.0, 0.0, w, std::max(30.0, 0.46 * d)};
  if (w < 70.0 || d < 90.0) {
    site.add(service, box(site.frame(), {0.0, 0.0, 0.9 * w, 0.6 * d}), 27.0).is_public = true;
    return;
  }
  site.add(service, court_plan(site.frame(), {0.12 * w, front.b0, 0.88 * w, front.b1}, std::min(20.0, 0.3 * front.depth())), 31.5)
      .is_public = true;
  site.add(hall, l_plan(site.frame(), {0.0, front.b1 + 22.0, 0.58 * w, d}, 0.2 * w, 0.2 * d, true), 18.0).is_public = true;
  site.add(garage, box(site.frame(), {0.68 * w, front.b1 + 22.0, w, d}), 16.0).is_public = true;
}

void plan_data_centre(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  static constexpr BuildingKind halls{BuildingUse::data_centre, WallMaterial::concrete, 5.5, "Public Data Centre", "公共数据中心"};
  site.add(halls, box(site.frame(), {0.0, 0.0, w, 0.62 * d}), 22.0);
  if (d > 70.0) site.add(kinds::plant_room, box(site.frame(), {0.1 * w, 0.62 * d + 14.0, 0.9 * w, std::min(d, 0.62 * d + 34.0)}), 8.0);
}

}  // namespace parktwin::importers::synthetic
