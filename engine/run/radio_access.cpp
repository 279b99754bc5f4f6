#include "engine/run/radio_access.h"

#include <map>
#include <utility>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/run/premises.h"
#include "engine/simulators/radio/link/duplex_choice.h"

namespace parktwin {
namespace {

/// Uplink at the edge of a cell that networks are commonly planned for: assumption. No device works where it has less.
constexpr double least_up_mbit_s = 1.0;

/// Map cells of one enterprise that one radio cell serves.
struct Ground {
  double count = 0.0;
  double up_s_per_mbit = 0.0;
  double down_s_per_mbit = 0.0;
};

/// By radio cell; none where no cell serves well enough.
std::map<Id<RadioCell>, Ground> ground_of(const radio::Result& radio, const std::vector<MultiPolygon>& shapes) {
  std::map<Id<RadioCell>, Ground> ground;
  const GridFrame& frame = radio.best_server.frame;
  Id<RadioCell> last;  // neighbours mostly share their server
  Ground* of_last = nullptr;
  const auto add = [&](std::int32_t row, std::int32_t first, std::int32_t end) {
    for (std::int32_t column = first; column < end; ++column) {
      const std::size_t i = frame.index(column, row);
      const std::uint16_t server = radio.best_server.values[i];
      const auto up = static_cast<double>(radio.throughput_up_mbit_s.values[i]);
      const auto down = static_cast<double>(radio.throughput_down_mbit_s.values[i]);
      const bool served = server != radio::no_server && up >= least_up_mbit_s && down > 0.0;
      const Id<RadioCell> serving = served ? Id<RadioCell>(server) : Id<RadioCell>();
      if (of_last == nullptr || serving != last) of_last = &ground[serving];
      last = serving;
      Ground& part = *of_last;
      part.count += 1.0;
      if (!served) continue;
      part.up_s_per_mbit += 1.0 / up;
      part.down_s_per_mbit += 1.0 / down;
    }
  };
  for (const auto& shape : shapes) for_each_run(frame, shape, add);
  return ground;
}

wired::traffic::CellState state_of(const RadioCell& cell, const radio::CellFigures& figures, bool loads_from_traffic) {
  wired::traffic::CellState state;
  state.busy_down = loads_from_traffic ? 0.0 : figures.typed_load;
  state.slot_ms = 15e3 / cell.subcarrier_spacing.value();  // 1 ms / 2^µ, 3GPP TS 38.211 table 4.3.2-1
  state.period_ms = state.slot_ms * radio::link::duplex_of(cell.duplex_pattern, cell.frequency).symbols / radio::link::symbols_per_slot;
  return state;
}

}  // namespace

wired::traffic::RadioAccess radio_access(const Park& park, const radio::Result& radio, bool loads_from_traffic) {
  wired::traffic::RadioAccess access;
  for (const auto& figures : radio.cells) access.cells.push_back(state_of((*park.radio_cells)[figures.cell], figures, loads_from_traffic));
  std::vector<bool> asks(park.enterprises->size(), false);
  for (const auto& assets : *park.connected_assets) {
    if (assets.bearer == AssetBearer::nr) asks[assets.enterprise.index()] = true;
  }
  const auto shapes = premises_of(park);
  std::vector<std::map<Id<RadioCell>, Ground>> grounds(asks.size());
  parallel_for(asks.size(), [&](std::size_t i) {
    if (asks[i]) grounds[i] = ground_of(radio, shapes[i]);
  });
  for (std::size_t i = 0; i < asks.size(); ++i) {
    double all = 0.0;
    for (const auto& [cell, part] : grounds[i]) all += part.count;
    for (const auto& [cell, part] : grounds[i]) {
      const bool served = cell.valid();
      access.serving.push_back({Id<Enterprise>(i), cell, part.count / all, served ? part.count / part.up_s_per_mbit : 0.0,
                                served ? part.count / part.down_s_per_mbit : 0.0});
    }
  }
  return access;
}

}  // namespace parktwin
