#include "engine/simulators/radio/cell_figures.h"

#include "engine/core/parallel.h"
#include "engine/simulators/radio/transmitters.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 256;

struct Footprints {
  std::vector<double> sums_dbm;
  std::vector<std::uint64_t> counts;
};

}  // namespace

void put_cell_figures(const Park& park, std::span<const std::uint8_t> site_connected, Result& result) {
  const auto& cells = park.radio_cells->records();
  const auto rows = static_cast<std::size_t>(result.place.frame.rows);
  const auto columns = static_cast<std::size_t>(result.place.frame.columns);
  std::vector<Footprints> parts((rows + rows_per_chunk - 1) / rows_per_chunk);
  parallel_chunks(rows, rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    Footprints& part = parts[begin / rows_per_chunk];
    part.sums_dbm.resize(cells.size());
    part.counts.resize(cells.size());
    for (std::size_t i = begin * columns; i < end * columns; ++i) {
      const std::uint16_t server = result.best_server.values[i];
      if (server == no_server) continue;
      part.sums_dbm[server] += static_cast<double>(result.rsrp_dbm.values[i]);
      ++part.counts[server];
    }
  });
  result.cells.clear();
  const double cell_area = result.place.frame.cell_size * result.place.frame.cell_size;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    double sum_dbm = 0.0;
    std::uint64_t count = 0;
    for (const auto& part : parts) {
      sum_dbm += part.sums_dbm[i];
      count += part.counts[i];
    }
    CellFigures figures;
    figures.cell = Id<RadioCell>(i);
    figures.on_air = is_on_air(park, cells[i], site_connected);
    figures.served_area_m2 = static_cast<double>(count) * cell_area;
    if (count > 0) figures.mean_rsrp_dbm = sum_dbm / static_cast<double>(count);
    figures.typed_load = figures.load = cells[i].load;
    result.cells.push_back(figures);
  }
}

}  // namespace parktwin::radio
