// Plans of production sites: factories, warehouses, process plants.
#include <algorithm>
#include <cmath>

#include "importers/synthetic/site_planner.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double fire_lane_m = 10.0;

Side opposite(Side side) { return static_cast<Side>((static_cast<int>(side) + 2) % 4); }

double factory_height(SitePlanner& site) { return site.draws().between(9.0, site.lot().quarter == Quarter::electronics ? 18.0 : 15.0); }

const BuildingKind& factory_kind(const SitePlanner& site) {
  return site.lot().quarter == Quarter::electronics || site.lot().quarter == Quarter::light_industry ? kinds::workshop : kinds::hall;
}

/// One hall in the span, as a box, an L or a U.
void add_hall(SitePlanner& site, const Span& span) {
  const double height = factory_height(site);
  const double choice = site.draws().unit();
  const bool large = span.width() > 70.0 && span.depth() > 60.0;
  if (large && choice < 0.34) {
    const bool mirrored = site.draws().chance(0.5);
    site.add(factory_kind(site),
             l_plan(site.frame(), span, span.width() * site.draws().between(0.25, 0.4), span.depth() * site.draws().between(0.25, 0.45),
                    mirrored),
             height);
  } else if (large && choice < 0.46 && span.width() > 110.0) {
    site.add(factory_kind(site), u_plan(site.frame(), span, std::min(0.32 * span.width(), 0.42 * span.depth())), height);
  } else {
    site.add(factory_kind(site), box(site.frame(), span), height);
  }
}

}  // namespace

void plan_factory(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  if (w < 45.0 || d < 60.0) {
    site.add(factory_kind(site), box(site.frame(), {0.0, 0.0, w * 0.85, d * 0.8}), factory_height(site));
    return;
  }
  const double office_w = std::clamp(w * site.draws().between(0.3, 0.5), 28.0, 72.0);
  const double office_d = site.draws().between(14.0, 18.0);
  const bool right = site.draws().chance(0.5);
  const double office_a = right ? w - office_w : 0.0;
  const double office_height = 3.9 * site.draws().whole(3, 6) + 0.6;
  const double loading_yard = w > 80.0 ? site.draws().between(8.0, 24.0) : 0.0;
  if (d < 170.0 && site.draws().chance(0.58)) {  // the offices are the hall's head: one building with a forecourt beside them
    const Span whole{right ? 0.0 : loading_yard, 0.0, right ? w - loading_yard : w, d};
    const double forecourt = d * site.draws().between(0.18, 0.3);
    const double head = whole.width() * site.draws().between(0.3, 0.45);
    const Polygon outline = right ? l_plan(LotFrame(site.lot().area.shrunk(setback_m(site.lot())), opposite(site.lot().front)), whole,
                                           whole.width() - head, forecourt, false)
                                  : l_plan(LotFrame(site.lot().area.shrunk(setback_m(site.lot())), opposite(site.lot().front)), whole,
                                           whole.width() - head, forecourt, true);
    site.add(factory_kind(site), outline, factory_height(site));
    return;
  }
  site.add(kinds::works_office, box(site.frame(), {office_a, 0.0, office_a + office_w, office_d}), office_height);
  Span yard{0.0, office_d + fire_lane_m + 4.0, w, d};
  if (w > 110.0 && site.draws().chance(0.22)) {  // service yard along one side with a plant room
    const double strip = site.draws().between(22.0, 30.0);
    const double room = std::min(36.0, 0.3 * yard.depth());
    const double room_a = right ? 0.0 : w - strip + fire_lane_m;
    site.add(kinds::plant_room, box(site.frame(), {room_a, d - room, room_a + strip - fire_lane_m, d}), site.draws().between(6.0, 9.0));
    (right ? yard.a0 : yard.a1) += right ? strip : -strip;
  } else {
    (right ? yard.a0 : yard.a1) += right ? loading_yard : -loading_yard;
  }
  if (yard.depth() > 80.0) yard.b1 -= site.draws().between(0.0, 20.0);
  if (yard.depth() > 215.0) {
    const double split = yard.b0 + yard.depth() * site.draws().between(0.42, 0.58);
    const double lane = site.draws().between(14.0, 22.0);
    add_hall(site, {yard.a0, yard.b0, yard.a1, split - 0.5 * lane});
    add_hall(site, {yard.a0, split + 0.5 * lane, yard.a1, yard.b1});
  } else if (yard.width() > 240.0) {
    const double split = yard.a0 + yard.width() * site.draws().between(0.42, 0.58);
    add_hall(site, {yard.a0, yard.b0, split - 8.0, yard.b1});
    add_hall(site, {split + 8.0, yard.b0, yard.a1, yard.b1});
  } else {
    add_hall(site, yard);
  }
}

void plan_warehouses(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  const auto height = [&] { return site.draws().between(10.0, 14.0); };
  if (std::min(w, d) < 70.0) {
    site.add(kinds::warehouse, box(site.frame(), {0.0, 0.2 * d, w, d}), height());
    return;
  }
  site.add(kinds::works_office, box(site.frame(), {0.0, 0.0, std::min(46.0, 0.4 * w), 15.0}), 3.9 * site.draws().whole(3, 4) + 0.6);
  const double first = 15.0 + 16.0;
  const double hall = 58.0;
  const double truck_yard = 36.0;
  if (d - first >= w) {  // long lot: halls side by side, running away from the street
    const int count = std::max(1, static_cast<int>((w + truck_yard) / (hall + truck_yard)));
    const double wide = (w - (count - 1) * truck_yard) / count;
    for (int i = 0; i < count; ++i) {
      const double a = i * (wide + truck_yard);
      site.add(kinds::warehouse, box(site.frame(), {a, first, a + std::min(wide, 85.0), d}), height());
    }
    return;
  }
  const double depth = d - first;
  const int count = std::max(1, static_cast<int>((depth + truck_yard) / (hall + truck_yard)));
  const double deep = (depth - (count - 1) * truck_yard) / count;
  for (int i = 0; i < count; ++i) {
    const double b = first + i * (deep + truck_yard);
    site.add(kinds::warehouse, box(site.frame(), {0.0, b, w, b + std::min(deep, 90.0)}), height());
  }
}

void plan_process(SitePlanner& site) {
  const double w = site.width();
  const double d = site.depth();
  if (w < 80.0 || d < 118.0) {
    site.add(kinds::process_hall, box(site.frame(), {0.0, 0.0, 0.8 * w, 0.7 * d}), site.draws().between(12.0, 18.0));
    return;
  }
  const double office_w = std::clamp(0.3 * w, 26.0, 48.0);
  site.add(kinds::control_room, box(site.frame(), {0.0, 0.0, office_w, 16.0}), 4.2 * site.draws().whole(2, 4) + 0.6);
  const double farm_d = std::min(0.36 * d, 62.0);
  const double hall_end = d - farm_d - 18.0;
  const double first = 16.0 + 20.0;
  const double lane = 16.0;
  const double split = w * site.draws().between(0.45, 0.6);
  const double second_end = first + (hall_end - first) * site.draws().between(0.6, 1.0);
  add_hall(site, {0.0, first, split - 0.5 * lane, hall_end});
  site.add(kinds::process_hall, box(site.frame(), {split + 0.5 * lane, first, w * 0.96, second_end}), site.draws().between(14.0, 18.0));
  const double radius = std::min(site.draws().between(9.0, 14.0), 0.5 * farm_d - 6.0);
  const double pitch = 2.0 * radius + 12.0;
  const int fit = static_cast<int>((w - 12.0) / pitch);
  const int count = std::clamp(fit, 1, site.draws().whole(2, 3));
  const double height = site.draws().between(8.0, 15.0);
  for (int i = 0; i < count; ++i) {
    site.add(kinds::tank, round_plan(site.frame(), w - 6.0 - radius - i * pitch, d - 6.0 - radius, radius), height).floors = 1;
  }
}

}  // namespace parktwin::importers::synthetic
