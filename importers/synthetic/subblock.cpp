#include "importers/synthetic/subblock.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::importers::synthetic {
namespace {

Side choose_front(const Subblock& subblock, const Rect& lot, bool wide_front) {
  const std::array<bool, 4> touches = {lot.y0 == subblock.area.y0, lot.x1 == subblock.area.x1, lot.y1 == subblock.area.y1,
                                       lot.x0 == subblock.area.x0};
  int best = -1;
  for (int side = 0; side < 4; ++side) {
    const double width = subblock.street_width[static_cast<std::size_t>(side)];
    if (!touches[static_cast<std::size_t>(side)] || width <= 0.0) continue;
    const double chosen = best < 0 ? 0.0 : subblock.street_width[static_cast<std::size_t>(best)];
    if (best < 0 || (wide_front ? width > chosen : width < chosen)) best = side;
  }
  if (best >= 0) return static_cast<Side>(best);
  return touches[0] ? Side::south : Side::north;
}

void cut_row(const Subblock& subblock, const Rect& row, bool along_x, std::size_t count, bool wide_front, Draws& draws,
             std::vector<Lot>& lots) {
  std::vector<double> shares(count);
  double sum = 0.0;
  for (auto& share : shares) sum += share = draws.between(0.78, 1.22);
  const double length = along_x ? row.width() : row.height();
  double from = along_x ? row.x0 : row.y0;
  for (std::size_t i = 0; i < count; ++i) {
    const double end = along_x ? row.x1 : row.y1;
    const double to = i + 1 == count ? end : centimetres(from + length * shares[i] / sum);
    const Rect area = along_x ? Rect{from, row.y0, to, row.y1} : Rect{row.x0, from, row.x1, to};
    lots.push_back({area, LotUse::enterprise, Quarter::machinery, 0, choose_front(subblock, area, wide_front)});
    from = to;
  }
}

}  // namespace

std::vector<Lot> cut_into_lots(const Subblock& subblock, std::size_t count, bool wide_front, Draws& draws) {
  PARKTWIN_CHECK(count > 0, "a subblock without lots");
  const Rect& area = subblock.area;
  const bool along_x = area.width() >= area.height();
  const double longer = std::max(area.width(), area.height());
  const double shorter = std::min(area.width(), area.height());
  const auto back = static_cast<std::size_t>(along_x ? Side::north : Side::east);
  const auto front = static_cast<std::size_t>(along_x ? Side::south : Side::west);
  const bool both_sides = subblock.street_width[back] > 0.0 && subblock.street_width[front] > 0.0;
  const bool two_rows = both_sides && count >= 3 && shorter >= 80.0 && shorter * static_cast<double>(count) > 2.1 * longer;
  std::vector<Lot> lots;
  if (!two_rows) {
    cut_row(subblock, area, along_x, count, wide_front, draws, lots);
    return lots;
  }
  const std::size_t first = count / 2;
  const double share = std::clamp(static_cast<double>(first) / static_cast<double>(count), 0.42, 0.58);
  Rect low = area;
  Rect high = area;
  (along_x ? low.y1 : low.x1) = centimetres((along_x ? area.y0 : area.x0) + share * shorter);
  (along_x ? high.y0 : high.x0) = along_x ? low.y1 : low.x1;
  cut_row(subblock, low, along_x, first, wide_front, draws, lots);
  cut_row(subblock, high, along_x, count - first, wide_front, draws, lots);
  return lots;
}

Rect take_end(Lot& lot, double area_m2) {
  const bool front_along_x = lot.front == Side::south || lot.front == Side::north;
  const double frontage = front_along_x ? lot.area.width() : lot.area.height();
  const double depth = front_along_x ? lot.area.height() : lot.area.width();
  const double wanted = std::max(32.0, area_m2 / depth);
  if (frontage < 90.0 || depth < 40.0) return {};
  const double cut = centimetres(std::min(wanted, 0.38 * frontage));
  Rect taken = lot.area;
  (front_along_x ? taken.x0 : taken.y0) = (front_along_x ? lot.area.x1 : lot.area.y1) - cut;
  (front_along_x ? lot.area.x1 : lot.area.y1) = front_along_x ? taken.x0 : taken.y0;
  return taken;
}

}  // namespace parktwin::importers::synthetic
