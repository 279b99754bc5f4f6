#include "importers/synthetic/parcels.h"

#include <algorithm>
#include <cmath>

#include "importers/synthetic/allotment.h"
#include "importers/synthetic/subblock.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double half_arterial_m = 0.5 * arterial_width_m;
constexpr double half_local_m = 0.5 * local_width_m;
constexpr double gallery_strip_m = 15.0;

/// Which local streets a block has.
struct LocalStreets {
  bool north_south = false;
  bool east_west = false;
};

Street local_street(Point from, Point to, const Rect& surface) {
  return {"", "", RoadClass::local, local_width_m, {{from, to}}, {surface}};
}

class BlockCutter {
 public:
  BlockCutter(const StreetGrid& grid, const Superblock& block, std::size_t index, std::uint64_t seed, Subdivision& out)
      : block_(block), index_(index), draws_(seed, Topic::lots, index), out_(out) {
    area_ = block.area;
    east_is_street_ = !(grid.canal_line && *grid.canal_line == block.column + 1);
  }

  void cut(std::size_t enterprise_lots, bool needs_substation) {
    switch (block_.quarter) {
      case Quarter::lake:
        return;
      case Quarter::centre:
        return cut_centre(enterprise_lots, needs_substation);
      case Quarter::apartments:
        return cut_apartments();
      case Quarter::utility:
        return cut_utility();
      case Quarter::process:
        return cut_process(enterprise_lots);
      default:
        return cut_enterprises(enterprise_lots);
    }
  }

 private:
  std::vector<Subblock> streets_and_subblocks(LocalStreets locals) {
    const double x_mid = centimetres(area_.x0 + area_.width() * draws_.between(0.45, 0.55));
    const double y_mid = centimetres(area_.y0 + area_.height() * draws_.between(0.45, 0.55));
    const double east = east_is_street_ ? arterial_width_m : 0.0;
    if (locals.north_south) {
      out_.locals.push_back(local_street({x_mid, area_.y0 - half_arterial_m}, {x_mid, top_ + half_arterial_m},
                                         {x_mid - half_local_m, area_.y0, x_mid + half_local_m, top_}));
    }
    if (locals.east_west) {
      Street street = local_street({area_.x0 - half_arterial_m, y_mid}, {east_is_street_ ? area_.x1 + half_arterial_m : area_.x1, y_mid},
                                   {area_.x0, y_mid - half_local_m, area_.x1, y_mid + half_local_m});
      if (locals.north_south) {
        street.surface = {{area_.x0, y_mid - half_local_m, x_mid - half_local_m, y_mid + half_local_m},
                          {x_mid + half_local_m, y_mid - half_local_m, area_.x1, y_mid + half_local_m}};
      }
      out_.locals.push_back(std::move(street));
    }
    std::vector<Subblock> parts = {{area_, {arterial_width_m, east, north_street_, arterial_width_m}}};
    if (locals.north_south) {
      Subblock right = parts[0];
      parts[0].area.x1 = x_mid - half_local_m;
      parts[0].street_width[1] = local_width_m;
      right.area.x0 = x_mid + half_local_m;
      right.street_width[3] = local_width_m;
      parts.push_back(right);
    }
    if (locals.east_west) {
      const std::size_t lower = parts.size();
      for (std::size_t i = 0; i < lower; ++i) {
        Subblock upper = parts[i];
        parts[i].area.y1 = y_mid - half_local_m;
        parts[i].street_width[2] = local_width_m;
        upper.area.y0 = y_mid + half_local_m;
        upper.street_width[0] = local_width_m;
        parts.push_back(upper);
      }
    }
    return parts;
  }

  void add(Rect area, LotUse use, Side front) { out_.lots.push_back({area, use, block_.quarter, index_, front}); }

  void add_lots(const std::vector<Subblock>& parts, std::size_t count, bool wide_front) {
    std::vector<double> weights;
    for (const auto& part : parts) weights.push_back(part.area.area());
    const auto counts = apportion(count, weights, std::vector<std::size_t>(parts.size(), count));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (counts[i] == 0) {
        add(parts[i].area, LotUse::green, Side::south);
        continue;
      }
      for (auto& lot : cut_into_lots(parts[i], counts[i], wide_front, draws_)) add(lot.area, LotUse::enterprise, lot.front);
    }
  }

  void take_extra(LotUse use, double area_m2) {
    std::size_t largest = out_.lots.size();
    for (std::size_t i = 0; i < out_.lots.size(); ++i) {
      const auto& lot = out_.lots[i];
      if (lot.block != index_ || lot.use != LotUse::enterprise) continue;
      if (largest == out_.lots.size() || lot.area.area() > out_.lots[largest].area.area()) largest = i;
    }
    if (largest == out_.lots.size()) return;
    const Rect taken = take_end(out_.lots[largest], area_m2);
    if (taken.area() > 0.0) add(taken, use, out_.lots[largest].front);
  }

  [[nodiscard]] LocalStreets usual_streets(std::size_t lots) {
    const bool splittable = std::min(area_.width(), area_.height()) >= 220.0;
    if (lots <= 1 || !splittable) return {};
    if (lots >= 5) return {true, true};
    const bool north_south = area_.width() > area_.height() * draws_.between(0.9, 1.1);
    return {north_south, !north_south};
  }

  void cut_enterprises(std::size_t lots) {
    const Quarter quarter = block_.quarter;
    if (lots == 0) return add(area_, LotUse::green, Side::south);
    const bool offices = quarter == Quarter::headquarters || quarter == Quarter::research;
    add_lots(streets_and_subblocks(usual_streets(lots)), lots, offices || quarter == Quarter::electronics);
    if (offices || quarter == Quarter::light_industry || draws_.chance(0.35)) take_extra(LotUse::green, 7500.0);
    if (offices || quarter == Quarter::logistics || draws_.chance(0.3))
      take_extra(LotUse::car_park, quarter == Quarter::logistics ? 14000.0 : 6500.0);
  }

  void cut_process(std::size_t lots) {
    top_ = area_.y1 -= gallery_strip_m;
    north_street_ = 0.0;
    add({area_.x0, area_.y1, area_.x1, area_.y1 + gallery_strip_m}, LotUse::pipe_gallery, Side::north);
    LocalStreets streets = usual_streets(std::max<std::size_t>(lots, 2));
    streets.east_west = streets.east_west || streets.north_south;
    streets.north_south = false;
    add_lots(streets_and_subblocks(streets), std::max<std::size_t>(lots, 1), false);
    if (draws_.chance(0.5)) take_extra(LotUse::green, 6000.0);
  }

  void cut_apartments() {
    const auto parts = streets_and_subblocks({true, true});
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Lot lot{parts[i].area, LotUse::apartments, block_.quarter, index_, i % 2 == 0 ? Side::west : Side::east};
      if (parts[i].street_width[1] <= 0.0) lot.front = Side::south;
      if (i == 1) {
        lot.front = Side::south;
        const Rect park = take_end(lot, 0.36 * lot.area.area());
        if (park.area() > 0.0) add(park, LotUse::green, Side::south);
      }
      add(lot.area, LotUse::apartments, lot.front);
    }
  }

  void cut_utility() {
    const auto parts = streets_and_subblocks({true, false});
    add(parts[0].area, LotUse::heat_power, Side::south);
    Rect lower = parts[1].area;
    Rect upper = parts[1].area;
    lower.y1 = upper.y0 = centimetres(lower.y0 + 0.42 * lower.height());
    add(lower, LotUse::substation, Side::south);
    add(upper, LotUse::waste_water, Side::west);
  }

  void cut_centre(std::size_t lots, bool needs_substation) {
    auto parts = streets_and_subblocks({true, true});  // south-west, south-east, north-west, north-east
    add(parts[2].area, LotUse::public_centre, Side::south);
    const Rect square = parts[3].area;
    const double split = centimetres(square.x0 + 0.68 * square.width());
    add({square.x0, square.y0, split, square.y1}, LotUse::square, Side::south);
    add({split, square.y0, square.x1, square.y1}, LotUse::green, Side::south);
    Rect south_east = parts[1].area;
    if (needs_substation) {
      const double cut = centimetres(south_east.y0 + 0.35 * south_east.height());
      add({south_east.x0, south_east.y0, south_east.x1, cut}, LotUse::substation, Side::south);
      south_east.y0 = cut;
    }
    const double middle = centimetres(south_east.x0 + 0.6 * south_east.width());
    add({south_east.x0, south_east.y0, middle, south_east.y1}, LotUse::data_centre, Side::north);
    add({middle, south_east.y0, south_east.x1, south_east.y1}, LotUse::car_park, Side::north);
    add_lots({parts[0]}, std::max<std::size_t>(lots, 1), true);
  }

  const Superblock& block_;
  std::size_t index_;
  Draws draws_;
  Subdivision& out_;
  Rect area_;
  double top_ = block_.area.y1;
  double north_street_ = arterial_width_m;
  bool east_is_street_ = true;
};

void keep_reserve(Subdivision& plan, const SyntheticOptions& options) {
  std::vector<std::size_t> lots;
  for (std::size_t i = 0; i < plan.lots.size(); ++i) {
    if (plan.lots[i].use == LotUse::enterprise) lots.push_back(i);
  }
  const auto wanted = static_cast<std::size_t>(options.enterprises);
  Draws draws(options.seed, Topic::quarters);
  for (std::size_t left = lots.size(); left > wanted; --left) {
    std::size_t chosen = draws.below(lots.size());
    for (int tries = 0; tries < 8 && plan.lots[lots[chosen]].quarter == Quarter::headquarters; ++tries) chosen = draws.below(lots.size());
    plan.lots[lots[chosen]].use = LotUse::reserve;
    lots.erase(lots.begin() + static_cast<std::ptrdiff_t>(chosen));
  }
}

}  // namespace

Subdivision subdivide(const StreetGrid& grid, const std::vector<Superblock>& blocks, const SyntheticOptions& options) {
  Subdivision plan;
  const auto counts = allot(blocks, static_cast<std::size_t>(options.enterprises));
  const bool has_utility =
      std::any_of(blocks.begin(), blocks.end(), [](const Superblock& block) { return block.quarter == Quarter::utility; });
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    BlockCutter(grid, blocks[i], i, options.seed, plan).cut(counts[i], !has_utility);
  }
  keep_reserve(plan, options);
  return plan;
}

}  // namespace parktwin::importers::synthetic
