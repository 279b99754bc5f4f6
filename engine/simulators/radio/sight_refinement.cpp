#include "engine/simulators/radio/sight_refinement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/vector_clones.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 128;

// Kinds of cells, as bits: a building has none.
constexpr std::uint8_t street_in_sight = 1;
constexpr std::uint8_t street_hidden = 2;
static_assert(street_hidden == street_in_sight + 1);  // the code's highest bit is added

PARKTWIN_VECTOR_CLONES
void sort_cells(const std::uint16_t* __restrict codes, const SurfaceCell* __restrict ground, std::size_t count,
                std::uint8_t* __restrict kinds) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t street = ground[i].building == no_building ? 3 : 0;
    const std::int32_t kind = street_in_sight + (codes[i] >> 15);
    kinds[i] = static_cast<std::uint8_t>(kind & street);
  }
}

// A street cell with both kinds around: its own kind is one of them, so some neighbour is of the other. Rows begin one cell before the
// first. Returns whether there is one.
PARKTWIN_VECTOR_CLONES
bool mark_doubtful(std::array<const std::uint8_t*, 3> rows, std::size_t count, std::uint8_t* __restrict doubtful) {
  const std::uint8_t* __restrict const above = rows[0];
  const std::uint8_t* __restrict const row = rows[1];
  const std::uint8_t* __restrict const below = rows[2];
  std::uint8_t any = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto left = static_cast<std::uint8_t>(above[i] | row[i] | below[i]);
    const auto middle = static_cast<std::uint8_t>(above[i + 1] | row[i + 1] | below[i + 1]);
    const auto right = static_cast<std::uint8_t>(above[i + 2] | row[i + 2] | below[i + 2]);
    const auto around = static_cast<std::uint8_t>(left | middle | right);
    const auto own = static_cast<std::uint8_t>(row[i + 1] | (row[i + 1] >> 1U));
    doubtful[i] = static_cast<std::uint8_t>(own & around & (around >> 1U) & 1U);
    any = static_cast<std::uint8_t>(any | doubtful[i]);
  }
  return any != 0;
}

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
    const auto columns = static_cast<std::size_t>(geometry_.window.columns);
    std::array<std::vector<std::uint8_t>, 3> kinds;  // of the row before, the row and the row after, with a margin of one cell
    for (auto& row : kinds) row.assign(columns + 2, 0);
    std::vector<std::uint8_t> doubtful(columns);
    std::vector<std::size_t> cells;
    sort_row(first_row - 1, kinds[0]);
    sort_row(first_row, kinds[1]);
    for (std::int32_t row = first_row; row < last_row; ++row) {
      sort_row(row + 1, kinds[2]);
      if (mark_doubtful({kinds[0].data(), kinds[1].data(), kinds[2].data()}, columns, doubtful.data())) {
        const std::size_t first = geometry_.window.index(geometry_.window.first_column, row);
        for (std::size_t i = 0; i < columns; ++i) {
          if (doubtful[i] != 0) cells.push_back(first + i);
        }
      }
      std::rotate(kinds.begin(), kinds.begin() + 1, kinds.end());
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

  void sort_row(std::int32_t row, std::vector<std::uint8_t>& kinds) const {
    const Window& window = geometry_.window;
    const auto columns = static_cast<std::size_t>(window.columns);
    if (row < window.first_row || row >= window.first_row + window.rows) {
      kinds.assign(kinds.size(), 0);
    } else {
      sort_cells(geometry_.edge[0].data() + window.index(window.first_column, row),
                 surface_.values.data() + surface_.frame.index(window.first_column, row), columns, kinds.data() + 1);
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
