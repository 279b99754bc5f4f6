#include "engine/simulators/radio/location_shares.h"

#include <vector>

#include "engine/core/parallel.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 256;

struct Ground {
  double probabilities = 0.0;
  std::uint64_t reliable = 0;
  std::uint64_t count = 0;

  void add(const Ground& other) {
    probabilities += other.probabilities;
    reliable += other.reliable;
    count += other.count;
  }
  template <class Figures>
  void put(Figures& figures) const {
    figures.location_share = count == 0 ? 0.0 : probabilities / static_cast<double>(count);
    figures.reliable_share = count == 0 ? 0.0 : static_cast<double>(reliable) / static_cast<double>(count);
  }
};

}  // namespace

void put_location_shares(const Options& options, Result& result) {
  const auto rows = static_cast<std::size_t>(result.place.frame.rows);
  const auto columns = static_cast<std::size_t>(result.place.frame.columns);
  const auto target = static_cast<float>(options.location_target);
  std::vector<std::vector<Ground>> parts((rows + rows_per_chunk - 1) / rows_per_chunk);
  parallel_chunks(rows, rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    auto& part = parts[begin / rows_per_chunk];
    part.resize(result.cells.size() + 1);
    for (std::size_t i = begin * columns; i < end * columns; ++i) {
      if (result.place.values[i] == static_cast<std::uint8_t>(Place::outside)) continue;
      const std::uint16_t server = result.best_server.values[i];
      const float probability = server == no_server ? 0.0F : result.location_probability.values[i];
      Ground& ground = part[server == no_server ? result.cells.size() : server];
      ground.probabilities += static_cast<double>(probability);
      ground.reliable += probability >= target ? 1 : 0;
      ++ground.count;
    }
  });
  std::vector<Ground> sums(result.cells.size() + 1);
  for (const auto& part : parts) {
    for (std::size_t i = 0; i < part.size(); ++i) sums[i].add(part[i]);
  }
  Ground all;
  for (const auto& ground : sums) all.add(ground);
  for (std::size_t i = 0; i < result.cells.size(); ++i) sums[i].put(result.cells[i]);
  all.put(result);
}

}  // namespace parktwin::radio
