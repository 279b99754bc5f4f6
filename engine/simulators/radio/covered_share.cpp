#include "engine/simulators/radio/covered_share.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/vector_clones.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;

struct Counts {
  std::int32_t inside = 0;
  std::int32_t covered = 0;
};

// NaN is below any threshold.
PARKTWIN_VECTOR_CLONES
Counts count_cells(std::size_t count, const std::uint8_t* __restrict place, const float* __restrict rsrp_dbm,
                   const float* __restrict sinr_db, float least_dbm, float least_db) {
  std::int32_t inside = 0;
  std::int32_t covered = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t here = place[i] != 0 ? 1 : 0;
    const std::int32_t heard = rsrp_dbm[i] >= least_dbm ? 1 : 0;
    const std::int32_t clear = sinr_db[i] >= least_db ? 1 : 0;
    inside += here;
    covered += here & heard & clear;
  }
  return {inside, covered};
}

}  // namespace

double covered_share(const Result& result, Dbm minimum_rsrp, Decibel minimum_sinr) {
  const std::size_t size = result.place.values.size();
  std::vector<Counts> parts((size + chunk - 1) / chunk);
  parallel_chunks(size, chunk, [&](std::size_t begin, std::size_t end) {
    parts[begin / chunk] = count_cells(end - begin, result.place.values.data() + begin, result.rsrp_dbm.values.data() + begin,
                                       result.sinr_db.values.data() + begin, static_cast<float>(minimum_rsrp.value()),
                                       static_cast<float>(minimum_sinr.value()));
  });
  std::size_t inside = 0;
  std::size_t covered = 0;
  for (const auto& part : parts) {
    inside += static_cast<std::size_t>(part.inside);
    covered += static_cast<std::size_t>(part.covered);
  }
  return inside == 0 ? 0.0 : static_cast<double>(covered) / static_cast<double>(inside);
}

}  // namespace parktwin::radio
