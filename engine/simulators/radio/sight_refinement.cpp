#include "engine/simulators/radio/sight_refinement.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/parallel.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 128;

class Refinement {
 public:
  Refinement(const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height, Metres maximum_distance, SiteGeometry& geometry)
      : obstacles_(obstacles),
        surface_(obstacles.surface),
        antenna_(antenna),
        receiver_m_(receiver_height.value()),
        reach_m_(maximum_distance.value()),
        geometry_(geometry) {}

  /// The same for one cell after the other.
  [[nodiscard]] std::vector<std::size_t> wrong(std::span<const std::size_t> asked) const {
    std::vector<std::size_t> cells;
    for (const std::size_t at : asked) {
      if (is_doubtful(at)) cells.push_back(at);
    }
    return wrong_of(cells);
  }

  /// Doubtful cells of some rows whose answer is another one; nothing is changed yet, because the neighbours are still asked.
  [[nodiscard]] std::vector<std::size_t> wrong(std::int32_t first_row, std::int32_t last_row) const {
    std::vector<std::size_t> cells;
    Doubts doubts;
    for (std::int32_t row = first_row; row < last_row; ++row) {
      doubt(row, doubts);
      for (std::int32_t i = 0; i < geometry_.window.columns; ++i) {
        if (doubts.doubtful[static_cast<std::size_t>(i)] == 0) continue;
        cells.push_back(geometry_.window.index(geometry_.window.first_column + i, row));
      }
    }
    return wrong_of(cells);
  }

  void turn(std::size_t at) {
    const bool was_hidden = (geometry_.edge[0][at] & hidden_bit) != 0;
    for (auto& plane : geometry_.edge) plane[at] = 0;
    geometry_.spreading[at] = 0;
    geometry_.departure[at] = 0;
    geometry_.edge[0][at] = parameter_code(0.0F);
    if (was_hidden) return;
    geometry_.edge[0][at] |= hidden_bit;
    const auto [column, row] = place_of(at);
    const double fall_m = static_cast<double>(cell(column, row).ground_m) + receiver_m_ - antenna_.elevation_m;
    const double away_m = std::max(distance(surface_.frame.centre(column, row), antenna_.position), 1.0);
    geometry_.departure[at] =
        static_cast<std::int16_t>(std::lround(std::clamp(fall_m / away_m / static_cast<double>(departure_step), -32767.0, 32767.0)));
  }

 private:
  [[nodiscard]] const SurfaceCell& cell(std::int32_t column, std::int32_t row) const {
    return surface_.values[surface_.frame.index(column, row)];
  }
  struct Place {
    std::int32_t column;
    std::int32_t row;
  };
  [[nodiscard]] Place place_of(std::size_t at) const {
    const auto columns = static_cast<std::size_t>(geometry_.window.columns);
    return {geometry_.window.first_column + static_cast<std::int32_t>(at % columns),
            geometry_.window.first_row + static_cast<std::int32_t>(at / columns)};
  }

  // Those within reach whose exact answer is another one.
  [[nodiscard]] std::vector<std::size_t> wrong_of(const std::vector<std::size_t>& doubtful) const {
    std::vector<std::size_t> cells;
    std::vector<reference::Segment> rays;
    const reference::Vector3 from = reference::at_height(antenna_.position, antenna_.elevation_m);
    for (const std::size_t at : doubtful) {
      const auto [column, row] = place_of(at);
      const Point centre = surface_.frame.centre(column, row);
      if (distance(centre, antenna_.position) > reach_m_) continue;
      cells.push_back(at);
      rays.push_back({from, reference::at_height(centre, static_cast<double>(cell(column, row).ground_m) + receiver_m_)});
    }
    const auto hidden = obstacles_.rays->occluded(rays);
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if ((hidden[i] != 0) != ((geometry_.edge[0][cells[i]] & hidden_bit) != 0)) result.push_back(cells[i]);
    }
    return result;
  }

  // A street cell among street cells of both kinds.
  [[nodiscard]] bool is_doubtful(std::size_t at) const {
    const auto [column, row] = place_of(at);
    if (cell(column, row).building != no_building) return false;
    const Window& window = geometry_.window;
    const bool own = (geometry_.edge[0][at] & hidden_bit) != 0;
    for (std::int32_t y = std::max(row - 1, window.first_row); y <= std::min(row + 1, window.first_row + window.rows - 1); ++y) {
      for (std::int32_t x = std::max(column - 1, window.first_column); x <= std::min(column + 1, window.first_column + window.columns - 1);
           ++x) {
        const bool hidden = (geometry_.edge[0][window.index(x, y)] & hidden_bit) != 0;
        if (hidden != own && cell(x, y).building == no_building) return true;
      }
    }
    return false;
  }

  // A row and its neighbours, one cell of margin left and right. Buildings have no say: they count as 1 in least and as 0 in most.
  struct Doubts {
    std::vector<std::uint8_t> least, most, own, doubtful;
  };

  void doubt(std::int32_t row, Doubts& doubts) const {
    const Window& window = geometry_.window;
    const auto count = static_cast<std::size_t>(window.columns);
    doubts.least.assign(count + 2, 1);
    doubts.most.assign(count + 2, 0);
    doubts.own.assign(count, 0);
    doubts.doubtful.resize(count);
    for (std::int32_t y = std::max(row - 1, window.first_row); y <= std::min(row + 1, window.first_row + window.rows - 1); ++y) {
      const std::uint16_t* const codes = geometry_.edge[0].data() + window.index(window.first_column, y);
      const SurfaceCell* const ground = surface_.values.data() + surface_.frame.index(window.first_column, y);
      for (std::size_t i = 0; i < count; ++i) {
        const auto hidden = static_cast<std::uint8_t>(codes[i] >> 15U);
        const auto built = static_cast<std::uint8_t>(ground[i].building != no_building ? 1 : 0);
        doubts.least[i + 1] = std::min<std::uint8_t>(doubts.least[i + 1], hidden | built);
        doubts.most[i + 1] = std::max<std::uint8_t>(doubts.most[i + 1], hidden & static_cast<std::uint8_t>(1 - built));
        if (y == row) doubts.own[i] = static_cast<std::uint8_t>(1 - built);
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint8_t least = std::min(std::min(doubts.least[i], doubts.least[i + 1]), doubts.least[i + 2]);
      const std::uint8_t most = std::max(std::max(doubts.most[i], doubts.most[i + 1]), doubts.most[i + 2]);
      // Both kinds are around a street cell: its own kind is one of them, so some neighbour is of the other.
      doubts.doubtful[i] = static_cast<std::uint8_t>(doubts.own[i] & static_cast<std::uint8_t>(1 - least) & most);
    }
  }

  const Obstacles& obstacles_;
  const Grid<SurfaceCell>& surface_;
  SightPoint antenna_;
  double receiver_m_;
  double reach_m_;
  SiteGeometry& geometry_;
};

constexpr std::size_t cells_per_chunk = 4096;

}  // namespace

void refine_sight(const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height, Metres maximum_distance,
                  SiteGeometry& geometry) {
  if (antenna.ignored != no_building || obstacles.rays == nullptr) return;
  Refinement refinement(obstacles, antenna, receiver_height, maximum_distance, geometry);
  const auto rows = static_cast<std::size_t>(geometry.window.rows);
  std::vector<std::vector<std::size_t>> wrong((rows + rows_per_chunk - 1) / rows_per_chunk);
  parallel_chunks(rows, rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    wrong[begin / rows_per_chunk] = refinement.wrong(geometry.window.first_row + static_cast<std::int32_t>(begin),
                                                     geometry.window.first_row + static_cast<std::int32_t>(end));
  });
  for (const auto& cells : wrong) {
    for (const std::size_t at : cells) refinement.turn(at);
  }
}

void refine_sight_of(std::span<const std::size_t> cells, const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height,
                     Metres maximum_distance, SiteGeometry& geometry) {
  if (antenna.ignored != no_building || obstacles.rays == nullptr) return;
  Refinement refinement(obstacles, antenna, receiver_height, maximum_distance, geometry);
  std::vector<std::vector<std::size_t>> wrong((cells.size() + cells_per_chunk - 1) / cells_per_chunk);
  parallel_chunks(cells.size(), cells_per_chunk, [&](std::size_t begin, std::size_t end) {
    wrong[begin / cells_per_chunk] = refinement.wrong(cells.subspan(begin, end - begin));
  });
  for (const auto& some : wrong) {
    for (const std::size_t at : some) refinement.turn(at);
  }
}

}  // namespace parktwin::radio
