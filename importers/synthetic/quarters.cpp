#include "importers/synthetic/quarters.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parktwin::importers::synthetic {
namespace {

struct Wish {
  Quarter quarter;
  double share;         ///< of all blocks
  std::size_t minimum;  ///< blocks, when the park has at least `from_blocks`
  std::size_t from_blocks;
  Point anchor;  ///< blocks nearest to it are taken first
};

Point lake_point(const StreetGrid& grid, const std::vector<Superblock>& blocks) {
  for (const auto& block : blocks) {
    if (grid.lake_column && block.column == *grid.lake_column && block.row == grid.lake_row) return block.area.centre();
  }
  return {0.5 * (grid.columns.front() + grid.columns.back()), 0.5 * (grid.rows.front() + grid.rows.back())};
}

class Assignment {
 public:
  explicit Assignment(std::vector<Superblock>& blocks) : blocks_(blocks), taken_(blocks.size(), false) {}

  void take(std::size_t block, Quarter quarter) {
    blocks_[block].quarter = quarter;
    taken_[block] = true;
  }

  /// The free block nearest to the point, or none.
  [[nodiscard]] std::size_t nearest(Point anchor) const {
    std::size_t best = blocks_.size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const double metres = distance(blocks_[i].area.centre(), anchor);
      if (!taken_[i] && metres < least) {
        least = metres;
        best = i;
      }
    }
    return best;
  }

  void fill(const Wish& wish) {
    const double count = static_cast<double>(blocks_.size());
    auto wanted = static_cast<std::size_t>(std::round(wish.share * count));
    if (blocks_.size() >= wish.from_blocks) wanted = std::max(wanted, wish.minimum);
    for (std::size_t i = 0; i < wanted; ++i) {
      const std::size_t block = nearest(wish.anchor);
      if (block == blocks_.size()) return;
      take(block, wish.quarter);
    }
  }

 private:
  std::vector<Superblock>& blocks_;
  std::vector<bool> taken_;
};

}  // namespace

void assign_quarters(const StreetGrid& grid, std::vector<Superblock>& blocks) {
  Assignment assignment(blocks);
  const double west = grid.columns.front();
  const double east = grid.columns.back();
  const double south = grid.rows.front();
  const double north = grid.rows.back();
  const Point lake = lake_point(grid, blocks);
  if (grid.lake_column) assignment.take(assignment.nearest(lake), Quarter::lake);
  const std::size_t centre = assignment.nearest({lake.x + 60.0, lake.y - 400.0});
  assignment.take(centre, Quarter::centre);
  const Point exit{west, grid.rows[grid.exit_row]};
  const Point south_east{east, south};
  const Wish wishes[] = {
      {Quarter::utility, 0.0, 1, 5, {east - 0.34 * (east - west), south}},
      {Quarter::headquarters, 0.10, 1, 3, {lake.x - 120.0, lake.y - 60.0}},
      {Quarter::research, 0.09, 1, 7, {lake.x + 900.0, lake.y + 150.0}},
      {Quarter::apartments, 0.045, 1, 12, {lake.x + 700.0, lake.y - 500.0}},
      {Quarter::logistics, 0.10, 1, 6, exit},
      {Quarter::process, 0.13, 1, 8, south_east},
      {Quarter::electronics, 0.19, 1, 5, {west + 0.25 * (east - west), north}},
      {Quarter::light_industry, 0.11, 1, 10, {east, north}},
  };
  for (const auto& wish : wishes) assignment.fill(wish);
}

}  // namespace parktwin::importers::synthetic
