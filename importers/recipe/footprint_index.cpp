#include "importers/recipe/footprint_index.h"

#include <cmath>

namespace parktwin::importers {
namespace {

constexpr double cell_m = 50.0;
constexpr double most_cells = 10'000.0;

double cells_of(const Box& box) { return ((box.high.x - box.low.x) / cell_m + 1.0) * ((box.high.y - box.low.y) / cell_m + 1.0); }

template <class Visit>
void each_cell(const Box& box, const Visit& visit) {
  const auto cell = [](double metres) { return std::lround(std::floor(metres / cell_m)); };
  for (long x = cell(box.low.x); x <= cell(box.high.x); ++x) {
    for (long y = cell(box.low.y); y <= cell(box.high.y); ++y) visit(std::pair(x, y));
  }
}

}  // namespace

void FootprintIndex::add(std::size_t record, const Polygon& footprint) {
  const Box box = bounds(footprint);
  all_.push_back(record);
  if (cells_of(box) > most_cells) return large_.push_back(record);
  each_cell(box, [&](std::pair<long, long> cell) { cells_[cell].push_back(record); });
}

std::set<std::size_t> FootprintIndex::near(const Polygon& footprint, double widened_by) const {
  Box box = bounds(footprint);
  box = {{box.low.x - widened_by, box.low.y - widened_by}, {box.high.x + widened_by, box.high.y + widened_by}};
  if (cells_of(box) > most_cells) return {all_.begin(), all_.end()};
  std::set<std::size_t> found(large_.begin(), large_.end());
  each_cell(box, [&](std::pair<long, long> cell) {
    if (const auto there = cells_.find(cell); there != cells_.end()) found.insert(there->second.begin(), there->second.end());
  });
  return found;
}

}  // namespace parktwin::importers
