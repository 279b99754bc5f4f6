#include "engine/simulators/radio/overlap_map.h"

#include <limits>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/row_evaluator.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 16;

std::vector<std::size_t> carriers_by_cell(const Scene& scene) {
  std::vector<std::size_t> carriers(scene.mast_of_cell.size(), scene.transmitters.carriers.size());
  for (const auto& mast : scene.transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) carriers[transmitter.cell] = transmitter.carrier;
  }
  return carriers;
}

}  // namespace

void count_overlap(const Scene& scene, Result& result) {
  const GridFrame& frame = result.best_server.frame;
  result.overlap = Grid<std::uint8_t>(frame);
  const auto carriers = carriers_by_cell(scene);
  parallel_chunks(static_cast<std::size_t>(frame.rows), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowEvaluator evaluator(scene);
    for (std::size_t row = begin; row < end; ++row) {
      evaluator.begin_row(static_cast<std::int32_t>(row), 0, frame.columns);
      for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
        const std::size_t count = evaluator.begin_mast(mast);
        if (count == 0) continue;
        const std::size_t at = frame.index(0, static_cast<std::int32_t>(row)) + evaluator.first_reached();
        for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
          if (!transmitter.serves) continue;
          const auto levels = evaluator.levels(transmitter);
          for (std::size_t i = 0; i < count; ++i) {
            const std::uint16_t server = result.best_server.values[at + i];
            if (server == no_server || carriers[server] != transmitter.carrier) continue;
            auto& overlap = result.overlap.values[at + i];
            const bool counts = levels[i] >= result.rsrp_dbm.values[at + i] - overlap_db;
            if (counts && overlap < std::numeric_limits<std::uint8_t>::max()) ++overlap;
          }
        }
      }
    }
  });
}

}  // namespace parktwin::radio
